package dev.tidemark.support;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.MountableFile;

/**
 * MySQL in a container, removed when the JVM ends. It is ready when it answers a query, whatever its log says. The
 * environment variables of Testcontainers apply, such as {@code TESTCONTAINERS_RYUK_DISABLED}.
 */
final class DockerMySql {
    private static final int READABLE = 0644;
    private static final String IMAGE = "mysql:9.7";

    /**
     * Speed instead of durability: nothing in it outlives the tests. InnoDB checks the foreign keys: by default, MySQL
     * 9.7.4 keeps half of a cascade, and reports success, when the other half waited too long for a lock.
     */
    private static final String[] ARGUMENTS = {
        "mysqld",
        "--skip-log-bin",
        "--mysqlx=OFF",
        "--local-infile=1",
        "--innodb-buffer-pool-size=1G",
        "--innodb-redo-log-capacity=512M",
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-flush-method=nosync",
        "--innodb-doublewrite=OFF",
        "--innodb-native-foreign-keys=ON"
    };

    private DockerMySql() {}

    static SourceServer start() {
        return reached(container(container -> container.withCommand(ARGUMENTS)));
    }

    /** A server with this certificate that encrypts only with TLS 1.3. */
    static SourceServer startWithTls(ServerCertificate certificate) {
        return reached(container(container -> container
                .withCopyFileToContainer(MountableFile.forHostPath(certificate.key(), READABLE), "/tls/key.pem")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(certificate.certificate(), READABLE), "/tls/certificate.pem")
                .withCommand(Stream.concat(
                                Stream.of(ARGUMENTS),
                                Stream.of(
                                        "--ssl-key=/tls/key.pem", "--ssl-cert=/tls/certificate.pem",
                                        "--tls-version=TLSv1.3"))
                        .toArray(String[]::new))));
    }

    private static SourceServer reached(MySQLContainer container) {
        return SourceServer.reached(
                "MySQL %s in Docker", container.getHost(), container.getMappedPort(MySQLContainer.MYSQL_PORT),
                container.getUsername(), container.getPassword());
    }

    // The container outlives this method on purpose: Testcontainers removes it when the JVM ends.
    @SuppressWarnings("resource")
    private static MySQLContainer container(UnaryOperator<MySQLContainer> arguments) {
        try {
            var container = arguments.apply(new MySQLContainer(IMAGE)
                    .withUsername("root")
                    .withPassword("tidemark")
                    .withEnv("MYSQL_INITDB_SKIP_TZINFO", "1")
                    .withTmpFs(Map.of("/var/lib/mysql", "rw"))
                    .withStartupTimeoutSeconds(60));
            container.start();
            return container;
        } catch (ContainerFetchException | ContainerLaunchException | IllegalStateException failure) {
            throw new IllegalStateException("tidemark.test.source=docker needs a running Docker engine that has or can"
                    + " pull " + IMAGE + ": " + failure.getMessage(), failure);
        }
    }
}
