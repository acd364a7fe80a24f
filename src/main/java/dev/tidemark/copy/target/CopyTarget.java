package dev.tidemark.copy.target;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.value.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * The database that a copy is brought to. Every failure is a {@linkplain dev.tidemark.failure.Reason#WAREHOUSE target
 * failure} with a hint, and says of a lost connection or a deadlock that another try may succeed.
 */
public interface CopyTarget extends AutoCloseable {
    /** Where the target is, for messages: {@code host:port/database}. */
    String address();

    /** Tells this target from others. */
    TargetIdentity identity();

    /** The server's name and version, such as {@code PostgreSQL 18.6}. */
    String version();

    /** The encryption of the connection, such as {@code TLSv1.3}; empty if there is none. */
    Optional<String> encryption();

    /** The tables of the schema that the user may see, by name. */
    List<TableShape> tables();

    /** What a column of this target holds; empty for a type that Tidemark does not carry. */
    Optional<ColumnType> typeOf(ColumnShape column);

    /**
     * The type that a column gets in this target, as the target writes it; it is one that {@link #typeOf} knows.
     *
     * @param declared the type that the source declares, such as {@code NVARCHAR(120)}; may be empty
     * @param indexed whether the column is part of a key or an index, for which some databases need a limit
     */
    String typeFor(String declared, boolean indexed);

    /**
     * Whether {@link TableWriter#check} finds rows whose parent is missing; else the caller must not put such rows, and
     * puts parents before children.
     */
    boolean checksReferences();

    /** The most bytes that a name may have. */
    int longestName();

    /** The statements that create these tables with keys, foreign keys and indexes, in an order that works. */
    List<String> creating(List<TableShape> missing);

    /** Executes statements of {@link #creating}; all or none where the database can. */
    void create(List<String> statements);

    /**
     * What the user may not do in this target but has to, one sentence each; empty where all is well. Fails if one of the
     * tables has no transactions.
     */
    List<String> missingPrivileges(List<CopyTable> tables);

    /**
     * Takes the lock that lets one run at a time write here; the caller closes it. A busy failure if another run holds
     * it.
     *
     * @param name tells the pipeline from others on the same server
     */
    Held lock(String name);

    /**
     * Begins a transaction; the caller closes it.
     *
     * @param tables the tables of the copy, among which are the parents that its references name
     */
    CopyTransaction begin(List<CopyTable> tables);

    /**
     * Begins a transaction that only reads, and sees one state of the target, whatever others commit meanwhile; the
     * caller closes it.
     *
     * @param tables as for {@link #begin}
     */
    CopyTransaction snapshot(List<CopyTable> tables);

    @Override
    void close();

    /** The lock of a run. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
