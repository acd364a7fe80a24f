CREATE TABLE repositories (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(120) NOT NULL,
    url VARCHAR(255) NOT NULL,
    default_branch VARCHAR(60),
    is_archived BOOLEAN NOT NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE authors (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(120) NOT NULL,
    email VARCHAR(190) NOT NULL,
    UNIQUE (email)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE commits (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    repository_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    hash CHAR(40) NOT NULL,
    message LONGTEXT,
    committed_at DATETIME(6) NOT NULL,
    files_changed INT NOT NULL,
    insertions INT NOT NULL,
    deletions INT NOT NULL,
    UNIQUE (repository_id, hash),
    FOREIGN KEY (repository_id) REFERENCES repositories (id),
    FOREIGN KEY (author_id) REFERENCES authors (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE pull_requests (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    repository_id BIGINT NOT NULL,
    number INT NOT NULL,
    author_id BIGINT NOT NULL,
    merge_commit_id BIGINT,
    title VARCHAR(255) NOT NULL,
    state VARCHAR(20) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    merged_at DATETIME(6),
    UNIQUE (repository_id, number),
    FOREIGN KEY (repository_id) REFERENCES repositories (id),
    FOREIGN KEY (author_id) REFERENCES authors (id),
    FOREIGN KEY (merge_commit_id) REFERENCES commits (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE pr_approvals (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    pull_request_id BIGINT NOT NULL,
    approver_id BIGINT NOT NULL,
    approved_at DATETIME(6) NOT NULL,
    UNIQUE (pull_request_id, approver_id),
    FOREIGN KEY (pull_request_id) REFERENCES pull_requests (id),
    FOREIGN KEY (approver_id) REFERENCES authors (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE staff_details (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email VARCHAR(190) NOT NULL,
    name VARCHAR(120) NOT NULL,
    title VARCHAR(80),
    department VARCHAR(80),
    manager_id BIGINT,
    hired_on DATE,
    UNIQUE (email),
    FOREIGN KEY (manager_id) REFERENCES staff_details (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE author_staff_mapping (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    author_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    matched_by VARCHAR(20) NOT NULL,
    UNIQUE (author_id),
    FOREIGN KEY (author_id) REFERENCES authors (id),
    FOREIGN KEY (staff_id) REFERENCES staff_details (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE staff_metrics (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    staff_id BIGINT NOT NULL,
    year INT NOT NULL,
    commit_count INT NOT NULL,
    pull_request_count INT NOT NULL,
    approval_count INT NOT NULL,
    lines_a_commit DOUBLE,
    UNIQUE (staff_id, year),
    FOREIGN KEY (staff_id) REFERENCES staff_details (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE current_year_staff_metrics (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    staff_id BIGINT NOT NULL,
    commit_count INT NOT NULL,
    pull_request_count INT NOT NULL,
    approval_count INT NOT NULL,
    last_commit_at DATETIME(6),
    UNIQUE (staff_id),
    FOREIGN KEY (staff_id) REFERENCES staff_details (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
