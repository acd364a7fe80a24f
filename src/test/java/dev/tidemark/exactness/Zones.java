package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import java.util.TimeZone;

/** The time zones of the server and of this machine when this is created, to restore them after a test. */
final class Zones {
    private final TimeZone machine = TimeZone.getDefault();
    private final SakilaSchema sakila;
    private final String server;

    Zones(SakilaSchema sakila) {
        this.sakila = sakila;
        this.server = sakila.query(String.class, "SELECT @@GLOBAL.time_zone");
    }

    void restore() {
        sakila.execute("SET GLOBAL time_zone = '" + server + "'");
        TimeZone.setDefault(machine);
    }
}
