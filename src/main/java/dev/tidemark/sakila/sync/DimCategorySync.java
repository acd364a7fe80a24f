package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.CategoryTable.CATEGORY;
import static dev.tidemark.sakila.star.DimCategoryTable.DIM_CATEGORY;

import dev.tidemark.sakila.source.CategoryTable.Category;
import dev.tidemark.sakila.star.DimCategoryTable.DimCategory;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Categories of films. */
@Singleton
public final class DimCategorySync implements SourceSync<Category, DimCategory> {
    @Override
    public SourceTable<Category> source() {
        return CATEGORY;
    }

    @Override
    public TargetTable<DimCategory> target() {
        return DIM_CATEGORY;
    }

    @Override
    public Function<Category, DimCategory> mapping(Lookups lookups) {
        return category -> new DimCategory(category.categoryId(), category.name(), category.lastUpdate());
    }
}
