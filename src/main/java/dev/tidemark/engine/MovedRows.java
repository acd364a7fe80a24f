package dev.tidemark.engine;

import static org.mybatis.dynamic.sql.SqlBuilder.count;
import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isIn;
import static org.mybatis.dynamic.sql.SqlBuilder.on;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.sum;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.RangeFingerprint;
import dev.tidemark.orm.ScalarMapper;
import dev.tidemark.orm.SourceReference;
import dev.tidemark.orm.TargetTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.mybatis.dynamic.sql.BindableColumn;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;

/**
 * Finds the rows that came to refer to another parent without a trace of their own: a parent's new key cascades to its
 * children, two keys are swapped, a key is used again, a parent that is replaced loses its children. The parent itself
 * shows a change in all these cases, so that only changed parents are looked at, and of their children only the keys:
 * a parent whose children have the same fingerprint on both sides has the same children.
 */
public final class MovedRows {
    private final SourceSnapshot source;
    private final WarehouseSession warehouse;
    private final Map<String, KeySet> arrived = new HashMap<>();

    /** Comparisons of this snapshot with this state of the warehouse. */
    public MovedRows(SourceSnapshot source, WarehouseSession warehouse) {
        this.source = source;
        this.warehouse = warehouse;
    }

    /** Notes the natural keys of the rows of {@code target} that the source has and the warehouse did not. */
    public void note(TargetTable<?> target, KeySet keys) {
        arrived.put(target.name(), keys);
    }

    /**
     * Natural keys of the rows of {@code sync} that refer to another parent than on the other side.
     *
     * @param changed tells the keys of the parents that say that they changed, or do not say when
     */
    public KeySet of(SourceSync<?, ?> sync, Function<SourceReference, KeySet> changed) {
        return sync.parents().stream()
                .map(parent -> movedFromOrTo(
                        sync, parent, changed.apply(parent.origin()).union(arrivedParents(parent))))
                .reduce(KeySet.none(), KeySet::union);
    }

    private KeySet arrivedParents(Parent parent) {
        return parent.table()
                .map(table -> arrived.getOrDefault(table.name(), KeySet.none()))
                .orElse(KeySet.none());
    }

    private KeySet movedFromOrTo(SourceSync<?, ?> sync, Parent parent, KeySet parents) {
        if (parents.isAll()) {
            return KeySet.ALL;
        }
        KeySet differing = KeySet.collect(parents.chunks(SourceSnapshot.BATCH)
                .flatMap(chunk -> KeyRanges.differing(there(sync, parent, chunk), here(sync, parent, chunk)).stream())
                .flatMapToLong(span -> LongStream.rangeClosed(span.first(), span.last()))
                .iterator());
        return source.referringKeys(sync.source(), parent.origin(), differing)
                .union(warehouse.referringKeys(
                        sync.target(), parent.reference(), parent.referred(warehouse, differing)));
    }

    private List<RangeFingerprint> there(SourceSync<?, ?> sync, Parent parent, List<Long> parents) {
        BindableColumn<Long> key = parent.origin().key();
        SelectStatementProvider query = fingerprints(
                parent.origin().path().apply(children(key, sync.source().key()).from(sync.source().table())),
                key,
                parents);
        return source.ask(ScalarMapper.class, mapper -> mapper.ranges(query));
    }

    private List<RangeFingerprint> here(SourceSync<?, ?> sync, Parent parent, List<Long> parents) {
        KeyColumns children = sync.target().key();
        return warehouse.mapper(ScalarMapper.class).ranges(switch (parent.by()) {
            case Parent.NaturalKey natural -> fingerprints(
                    children(parent.reference(), children).from(sync.target().table()),
                    parent.reference(),
                    parents);
            case Parent.SurrogateKey(TargetTable<?> table) -> fingerprints(
                    children(table.key().value(), children)
                            .from(sync.target().table())
                            .join(table.table(), on(parent.reference(), equalTo(table.requiredSurrogateKey()))),
                    table.key().value(),
                    parents);
        });
    }

    private static QueryExpressionDSL.FromGatherer<SelectModel> children(BindableColumn<Long> parent, KeyColumns key) {
        return select(
                parent.as("range_number"), count().as("row_count"), sum(key.hash()).as("hash_sum"));
    }

    private static SelectStatementProvider fingerprints(
            QueryExpressionDSL<SelectModel> children, BindableColumn<Long> parent, List<Long> parents) {
        return SourceSnapshot.rendered(children.where(parent, isIn(parents)).groupBy(parent));
    }
}
