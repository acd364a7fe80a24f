package dev.tidemark.report;

import dev.tidemark.target.TargetSession;
import java.util.List;

/** What a star is about, in figures. */
@FunctionalInterface
public interface Business {
    /** The figures, as the star is in this transaction. */
    List<Figure> figures(TargetSession session);
}
