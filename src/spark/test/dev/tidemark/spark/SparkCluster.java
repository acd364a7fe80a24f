package dev.tidemark.spark;

import dev.tidemark.support.TidemarkCli;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A standalone cluster of one master and two workers of one core each, all processes of their own on this machine. */
public final class SparkCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE_SECONDS = 300;

    private final Path folder;
    private final Path home;
    private final String master;
    private final List<Process> processes = new ArrayList<>();

    private SparkCluster(Path folder, int port) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.master = "spark://" + HOST + ":" + port;
    }

    /** Starts a cluster that keeps its files in {@code folder}. */
    public static SparkCluster start(Path folder) throws IOException {
        int port = freePort();
        SparkCluster cluster = new SparkCluster(folder, port);
        try {
            cluster.layOutHome();
            cluster.start("org.apache.spark.deploy.master.Master", "--host", HOST, "--port", String.valueOf(port));
            awaitListener(port);
            for (int worker = 1; worker <= 2; worker++) {
                cluster.start(
                        "org.apache.spark.deploy.worker.Worker", "--host", HOST, "--cores", "1", "--memory", "512m",
                        "--work-dir", folder.resolve("work" + worker).toString(), cluster.master);
            }
            return cluster;
        } catch (IOException | RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    /** Starts a driver with this command, which runs its tasks on the workers. */
    public Process drive(LakeCli lake, String... command) {
        return driver(lake, master, command);
    }

    /** What a driver printed, once it has ended. */
    public TidemarkCli.Result result(Process driver, String... command) {
        try {
            if (!driver.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                driver.destroyForcibly();
                throw new IllegalStateException("The driver did not end:\n" + text(driver, "err"));
            }
            return new TidemarkCli.Result(
                    List.of(command), driver.exitValue(), text(driver, "out"), text(driver, "err"));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Kills the first worker and its executors as {@code kill -9} does. */
    public void killAWorker() {
        Process worker = processes.get(1);
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends all processes. */
    @Override
    public void close() {
        processes.reversed().forEach(process -> {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly().onExit().join();
            children.forEach(child -> {
                child.destroyForcibly();
                child.onExit().join();
            });
        });
    }

    private Process driver(LakeCli lake, String where, String... command) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.master", where);
        settings.put("spark.driver.host", HOST);
        settings.put("spark.driver.bindAddress", HOST);
        settings.put("spark.ui.enabled", "false");
        settings.put("spark.executor.memory", "512m");
        // The classes of the build stand for the jar, which comes after the tests.
        settings.put("spark.executor.extraClassPath", classes());
        List<String> arguments = new ArrayList<>(List.of("-Xmx512m"));
        settings.forEach((name, value) -> arguments.add("-D" + name + "=" + value));
        arguments.addAll(List.of("dev.tidemark.spark.Lake", "--lake", lake.lake().toUri().toString()));
        arguments.addAll(List.of(command));
        return start(lake.environment(), arguments);
    }

    private void start(String mainClass, String... arguments) {
        start(Map.of(), Stream.concat(Stream.of("-Xmx256m", mainClass), Stream.of(arguments)).toList());
    }

    private Process start(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        try {
            int number = processes.size();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(output(number, "out").toFile())
                    .redirectError(output(number, "err").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("TIDEMARK_"));
            builder.environment().putAll(environment);
            builder.environment().put("SPARK_HOME", home.toString());
            builder.environment().put("SPARK_SCALA_VERSION", "2.13");
            builder.environment().put("SPARK_LOCAL_IP", HOST);
            Process process = builder.start();
            processes.add(process);
            return process;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String text(Process process, String kind) {
        try {
            return Files.readString(output(processes.indexOf(process), kind));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path output(int process, String kind) {
        return folder.resolve(process + "." + kind);
    }

    // A worker starts executors with the jars of its home. Logback, which no cluster has, would log every row there.
    private void layOutHome() throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar") && !entry.contains("logback")) {
                Files.createSymbolicLink(jars.resolve(Path.of(entry).getFileName()), Path.of(entry));
            }
        }
    }

    private static String classes() {
        return Path.of(Lake.class.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitListener(int port) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(HOST, port), 200);
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("The master does not listen on port " + port);
    }
}
