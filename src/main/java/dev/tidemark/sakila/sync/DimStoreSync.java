package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.StoreTable.STORE;
import static dev.tidemark.sakila.star.DimStoreTable.DIM_STORE;

import dev.tidemark.sakila.source.StoreTable.Store;
import dev.tidemark.sakila.star.DimStoreTable.DimStore;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Stores and where they are. */
@Singleton
public final class DimStoreSync implements SourceSync<Store, DimStore> {
    @Override
    public SourceTable<Store> source() {
        return STORE;
    }

    @Override
    public TargetTable<DimStore> target() {
        return DIM_STORE;
    }

    @Override
    public List<Reference> references() {
        return List.of(Places.at(STORE.addressId));
    }

    @Override
    public Function<Store, DimStore> mapping(Lookups lookups) {
        Places places = new Places(lookups);
        return store -> {
            Places.Place place = places.of(store.addressId());
            return new DimStore(store.storeId(), place.city(), place.country(), store.lastUpdate());
        };
    }
}
