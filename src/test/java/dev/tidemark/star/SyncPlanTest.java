package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.sakila.source.AddressTable;
import dev.tidemark.sakila.source.CityTable;
import dev.tidemark.sakila.source.PaymentTable;
import dev.tidemark.sakila.source.PaymentTable.Payment;
import dev.tidemark.sakila.source.RentalTable;
import dev.tidemark.sakila.source.StoreTable;
import dev.tidemark.sakila.source.StoreTable.Store;
import dev.tidemark.sakila.star.DimActorTable;
import dev.tidemark.sakila.star.DimStoreTable;
import dev.tidemark.sakila.star.DimStoreTable.DimStore;
import dev.tidemark.sakila.star.FactPaymentTable;
import dev.tidemark.sakila.star.FactPaymentTable.FactPayment;
import dev.tidemark.support.Randomly;
import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each table comes after those that it depends on. */
class SyncPlanTest {
    @Test
    void tablesComeAfterThoseTheyDependOnAndElseByName() {
        assertEquals(
                List.of("a", "b", "facts", "calendar"),
                order(table("calendar", "facts"), table("facts", "b", "a"), table("b"), table("a")));
    }

    @Test
    void theOrderIsTheSameWhateverOrderTheStrategiesComeIn() {
        Randomly.repeat(200, SyncPlanTest::planRandomTables);
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class, () -> order(table("a", "b"), table("b", "c"), table("c", "a")));
        assertEquals("Tables depend on each other: [a, b, c] and again a", failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> order(table("a", "a")));
    }

    @Test
    void aTableWithoutAStrategyIsNamed() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> order(table("facts", "films")));
        assertEquals("facts depends on films, which has no strategy", failure.getMessage());
    }

    @Test
    void twoStrategiesForOneTableAreRefused() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> order(table("a"), table("a")));
        assertEquals("There are two strategies for a", failure.getMessage());
    }

    @Test
    void aRowThatIsLookedUpAndNotDeclaredIsRefused() {
        IllegalStateException failure = assertThrows(
                IllegalStateException.class, () -> SyncPlan.of(List.of(new Stores(List.of(), CityTable.CITY))));
        assertEquals("dim_store looks up city, and none of its references says so", failure.getMessage());
        Reference address = Reference.to(StoreTable.STORE.addressId, AddressTable.ADDRESS);
        assertThrows(
                IllegalStateException.class, () -> SyncPlan.of(List.of(new Stores(List.of(address), CityTable.CITY))));
        Reference city = address.then(AddressTable.ADDRESS.cityId, CityTable.CITY);
        for (SourceTable<?> table : List.of(AddressTable.ADDRESS, CityTable.CITY)) {
            assertEquals(List.of("dim_store"), SyncPlan.of(List.of(new Stores(List.of(city), table))).names());
        }
    }

    @Test
    void aRowWhoseKeyAloneIsDeclaredMayNotBeLookedUp() {
        Reference key = Reference.to(StoreTable.STORE.addressId, AddressTable.ADDRESS)
                .keyOf(DimActorTable.DIM_ACTOR, DimActorTable.DIM_ACTOR.actorId);
        IllegalStateException failure = assertThrows(
                IllegalStateException.class, () -> SyncPlan.of(List.of(new Stores(List.of(key), AddressTable.ADDRESS))));
        assertEquals("dim_store looks up address, and none of its references says so", failure.getMessage());
    }

    @Test
    void aSurrogateKeyThatIsLookedUpAndNotDeclaredIsRefused() {
        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> SyncPlan.of(List.of(new Stores(List.of(), null))));
        assertEquals("dim_store looks up dim_actor, and none of its references says so", failure.getMessage());
    }

    @Test
    void aRowThatIsReadAlongAndNotDeclaredIsRefused() {
        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> SyncPlan.of(List.of(new Payments(List.of()))));
        assertEquals("fact_payment looks up rental, and none of its references says so", failure.getMessage());
        Reference rental = Reference.to(PaymentTable.PAYMENT.rentalId, RentalTable.RENTAL);
        assertEquals(List.of("fact_payment"), SyncPlan.of(List.of(new Payments(List.of(rental)))).names());
    }

    private static void planRandomTables(Random random) {
        List<DerivedSync<?>> tables = new ArrayList<>();
        for (int number = 0; number < 1 + random.nextInt(12); number++) {
            String[] needed = random.ints(random.nextInt(4), 0, Math.max(1, number))
                    .filter(other -> other < tables.size())
                    .mapToObj(other -> "t" + other)
                    .toArray(String[]::new);
            tables.add(table("t" + number, needed));
        }
        List<String> order = order(tables.toArray(DerivedSync<?>[]::new));
        Collections.shuffle(tables, random);
        assertEquals(order, order(tables.toArray(DerivedSync<?>[]::new)));
        Set<String> before = new HashSet<>();
        for (TableSync table : SyncPlan.of(tables).tables()) {
            assertTrue(before.containsAll(table.dependsOn()), table.name() + " comes too early in " + order);
            before.add(table.name());
        }
        assertEquals(tables.size(), before.size());
    }

    private static List<String> order(DerivedSync<?>... tables) {
        return SyncPlan.of(List.of(tables)).tables().stream().map(TableSync::name).toList();
    }

    private static DerivedSync<?> table(String name, String... needed) {
        return new Named(name, new HashSet<>(List.of(needed)));
    }

    /** A strategy with a name and dependencies only. */
    private record Named(String name, Set<String> dependsOn) implements DerivedSync<Object> {
        @Override
        public TargetTable<Object> target() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Column<Long>> references() {
            return List.of();
        }

        @Override
        public Stream<Object> expectedRows(ColumnValues values, LocalDate today) {
            return Stream.empty();
        }
    }

    /**
     * Stores that look up a row.
     *
     * @param references the references that they declare
     * @param lookedUp the table of the row; null for the surrogate key of an actor
     */
    private record Stores(List<Reference> references, SourceTable<?> lookedUp) implements SourceSync<Store, DimStore> {
        @Override
        public SourceTable<Store> source() {
            return StoreTable.STORE;
        }

        @Override
        public TargetTable<DimStore> target() {
            return DimStoreTable.DIM_STORE;
        }

        @Override
        public Function<Store, DimStore> mapping(Lookups lookups) {
            if (lookedUp == null) {
                lookups.surrogateKeys(DimActorTable.DIM_ACTOR);
            } else {
                lookups.rows(lookedUp);
            }
            return store -> new DimStore(store.storeId(), "", "", store.lastUpdate());
        }
    }

    /**
     * Payments, which are read with a column of their rental.
     *
     * @param references what they declare
     */
    private record Payments(List<Reference> references) implements SourceSync<Payment, FactPayment> {
        @Override
        public SourceTable<Payment> source() {
            return PaymentTable.PAYMENT;
        }

        @Override
        public TargetTable<FactPayment> target() {
            return FactPaymentTable.FACT_PAYMENT;
        }

        @Override
        public Function<Payment, FactPayment> mapping(Lookups lookups) {
            return payment -> new FactPayment(payment.paymentId(), null, null, null, null, null, 0, null, null, 0);
        }
    }
}
