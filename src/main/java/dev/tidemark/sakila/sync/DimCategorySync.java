package dev.tidemark.sakila.sync;

import dev.tidemark.engine.Lookups;
import dev.tidemark.engine.SourceSync;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import dev.tidemark.sakila.source.Category;
import dev.tidemark.sakila.source.CategoryTable;
import dev.tidemark.sakila.star.DimCategory;
import dev.tidemark.sakila.star.DimCategoryTable;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Categories of films. */
@Singleton
public final class DimCategorySync implements SourceSync<Category, DimCategory> {
    @Override
    public SourceTable<Category> source() {
        return CategoryTable.ROWS;
    }

    @Override
    public TargetTable<DimCategory> target() {
        return DimCategoryTable.ROWS;
    }

    @Override
    public Function<Category, DimCategory> mapping(Lookups lookups) {
        return category -> new DimCategory(category.categoryId(), category.name(), category.lastUpdate());
    }
}
