package dev.tidemark.sakila.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SakilaScaleTest {
    @Test
    void aHundredTimesGenuineHasTenTimesTheCustomersAndInventory() {
        var scale = SakilaScale.times(100);
        assertEquals(1_604_400, scale.rentals());
        assertEquals(1_604_400, scale.payments());
        assertEquals(5_990, scale.customers());
        assertEquals(45_810, scale.inventory());
        assertEquals(1_000, scale.films());
    }

    @Test
    void onceIsGenuine() {
        assertEquals(SakilaScale.genuine(), SakilaScale.times(1));
    }

    @Test
    void countsThatNoKeyCanHoldAreRefused() {
        var failure = assertThrows(IllegalArgumentException.class, () -> SakilaScale.times(2_000));
        assertEquals("addresses must be between 1 and 65535, not 119804", failure.getMessage());
    }
}
