package dev.tidemark.books;

import org.mybatis.dynamic.sql.util.mybatis3.CommonGeneralInsertMapper;
import org.mybatis.dynamic.sql.util.mybatis3.CommonUpdateMapper;

/** Writes rows of sync_run and sync_state. Who only reads them is spared the time that it takes to register this. */
public interface BooksMapper extends CommonGeneralInsertMapper, CommonUpdateMapper {}
