CREATE TABLE repositories (
    id INTEGER PRIMARY KEY,
    name VARCHAR(120) NOT NULL,
    url VARCHAR(255) NOT NULL,
    default_branch VARCHAR(60),
    is_archived BOOLEAN NOT NULL,
    created_at DATETIME NOT NULL,
    UNIQUE (name)
);
CREATE TABLE authors (
    id INTEGER PRIMARY KEY,
    name VARCHAR(120) NOT NULL,
    email VARCHAR(190) NOT NULL,
    UNIQUE (email)
);
CREATE TABLE commits (
    id INTEGER PRIMARY KEY,
    repository_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    hash CHAR(40) NOT NULL,
    message TEXT,
    committed_at DATETIME NOT NULL,
    files_changed INTEGER NOT NULL,
    insertions INTEGER NOT NULL,
    deletions INTEGER NOT NULL,
    UNIQUE (repository_id, hash),
    FOREIGN KEY (repository_id) REFERENCES repositories (id),
    FOREIGN KEY (author_id) REFERENCES authors (id)
);
CREATE TABLE pull_requests (
    id INTEGER PRIMARY KEY,
    repository_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    merge_commit_id INTEGER,
    title VARCHAR(255) NOT NULL,
    state VARCHAR(20) NOT NULL,
    created_at DATETIME NOT NULL,
    merged_at DATETIME,
    UNIQUE (repository_id, number),
    FOREIGN KEY (repository_id) REFERENCES repositories (id),
    FOREIGN KEY (author_id) REFERENCES authors (id),
    FOREIGN KEY (merge_commit_id) REFERENCES commits (id)
);
CREATE TABLE pr_approvals (
    id INTEGER PRIMARY KEY,
    pull_request_id INTEGER NOT NULL,
    approver_id INTEGER NOT NULL,
    approved_at DATETIME NOT NULL,
    UNIQUE (pull_request_id, approver_id),
    FOREIGN KEY (pull_request_id) REFERENCES pull_requests (id),
    FOREIGN KEY (approver_id) REFERENCES authors (id)
);
CREATE TABLE staff_details (
    id INTEGER PRIMARY KEY,
    email VARCHAR(190) NOT NULL,
    name VARCHAR(120) NOT NULL,
    title VARCHAR(80),
    department VARCHAR(80),
    manager_id INTEGER,
    hired_on DATE,
    UNIQUE (email),
    FOREIGN KEY (manager_id) REFERENCES staff_details (id)
);
CREATE TABLE author_staff_mapping (
    id INTEGER PRIMARY KEY,
    author_id INTEGER NOT NULL,
    staff_id INTEGER NOT NULL,
    matched_by VARCHAR(20) NOT NULL,
    UNIQUE (author_id),
    FOREIGN KEY (author_id) REFERENCES authors (id),
    FOREIGN KEY (staff_id) REFERENCES staff_details (id)
);
CREATE TABLE staff_metrics (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    commit_count INTEGER NOT NULL,
    pull_request_count INTEGER NOT NULL,
    approval_count INTEGER NOT NULL,
    lines_a_commit REAL,
    UNIQUE (staff_id, year),
    FOREIGN KEY (staff_id) REFERENCES staff_details (id)
);
CREATE TABLE current_year_staff_metrics (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL,
    commit_count INTEGER NOT NULL,
    pull_request_count INTEGER NOT NULL,
    approval_count INTEGER NOT NULL,
    last_commit_at DATETIME,
    UNIQUE (staff_id),
    FOREIGN KEY (staff_id) REFERENCES staff_details (id)
);
CREATE INDEX commits_author_id ON commits (author_id);
CREATE INDEX pull_requests_author_id ON pull_requests (author_id);
CREATE INDEX pull_requests_merge_commit_id ON pull_requests (merge_commit_id);
CREATE INDEX pr_approvals_approver_id ON pr_approvals (approver_id);
CREATE INDEX staff_details_manager_id ON staff_details (manager_id);
CREATE INDEX author_staff_mapping_staff_id ON author_staff_mapping (staff_id);
