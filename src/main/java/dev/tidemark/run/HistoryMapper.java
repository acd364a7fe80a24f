package dev.tidemark.run;

import org.mybatis.dynamic.sql.util.mybatis3.CommonGeneralInsertMapper;
import org.mybatis.dynamic.sql.util.mybatis3.CommonUpdateMapper;

/** Writes rows of sync_run and sync_state. Who only reads them is spared the time that it takes to register this. */
public interface HistoryMapper extends CommonGeneralInsertMapper, CommonUpdateMapper {}
