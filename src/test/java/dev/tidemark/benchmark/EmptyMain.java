package dev.tidemark.benchmark;

/** The least that a JVM can be asked to do. */
final class EmptyMain {
    private EmptyMain() {}

    public static void main(String[] arguments) {}
}
