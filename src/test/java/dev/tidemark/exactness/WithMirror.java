package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AutoClose;

/** Each test method has its own mirror of a small source, which is level at first. */
abstract class WithMirror {
    @AutoClose
    final Mirror mirror = Mirror.small().load();

    final SakilaSchema sakila = mirror.source();
}
