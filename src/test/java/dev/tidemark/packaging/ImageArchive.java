package dev.tidemark.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an image of one layer as an archive in the layout of OCI. Docker before version 25 does not read that layout, so
 * the archive also has the {@code manifest.json} that every Docker reads.
 *
 * @param name its name and tag
 * @param processor what it runs on, by OCI's names
 * @param time when it was made
 * @param configuration how its containers run, by OCI's names
 */
record ImageArchive(String name, String processor, Instant time, Map<String, Object> configuration) {
    private static final String OCI = "application/vnd.oci.image.";
    private static final Path BLOBS = Path.of("/blobs/sha256");

    /** Part of an image, which is named by its hash. */
    private record Blob(String type, String hash, long size) {
        Map<String, Object> descriptor() {
            return sorted(Map.of("mediaType", OCI + type, "digest", "sha256:" + hash, "size", size));
        }

        String file() {
            return BLOBS.getRoot().relativize(BLOBS.resolve(hash)).toString();
        }
    }

    /** Writes the image of the archive {@code layer} to {@code archive}. */
    void write(Path layer, Path archive) throws IOException {
        Path packed = layer.resolveSibling(layer.getFileName() + ".gz");
        String unpackedHash;
        try (InputStream content = Files.newInputStream(layer);
                OutputStream output = new GZIPOutputStream(Files.newOutputStream(packed));
                DigestOutputStream digest = new DigestOutputStream(output, sha256())) {
            content.transferTo(digest);
            unpackedHash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
        }
        Blob layers = new Blob("layer.v1.tar+gzip", hash(Files.readAllBytes(packed)), Files.size(packed));
        try (ReproducibleTar tar = ReproducibleTar.to(archive, time)) {
            tar.file(BLOBS.resolve(layers.hash()), packed);
            Blob config = put(tar, "config.v1+json", Map.of(
                    "architecture", processor,
                    "os", "linux",
                    "created", time.toString(),
                    "config", sorted(configuration),
                    "rootfs", sorted(Map.of("type", "layers", "diff_ids", List.of("sha256:" + unpackedHash)))));
            Blob manifest = put(tar, "manifest.v1+json", Map.of(
                    "schemaVersion", 2,
                    "mediaType", OCI + "manifest.v1+json",
                    "config", config.descriptor(),
                    "layers", List.of(layers.descriptor())));
            Map<String, Object> entry = manifest.descriptor();
            entry.put("annotations", sorted(Map.of(
                    "io.containerd.image.name", "docker.io/library/" + name,
                    "org.opencontainers.image.ref.name", name.substring(name.indexOf(':') + 1))));
            tar.bytes(Path.of("/index.json"), json(sorted(Map.of("schemaVersion", 2, "manifests", List.of(entry)))));
            tar.text(Path.of("/oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
            tar.bytes(Path.of("/manifest.json"), json(List.of(sorted(Map.of(
                    "Config", config.file(), "RepoTags", List.of(name), "Layers", List.of(layers.file()))))));
        }
        Files.delete(packed);
    }

    private static Blob put(ReproducibleTar tar, String type, Map<String, Object> content) throws IOException {
        byte[] bytes = json(sorted(content));
        Blob blob = new Blob(type, hash(bytes), bytes.length);
        tar.bytes(BLOBS.resolve(blob.hash()), bytes);
        return blob;
    }

    // The order of Map.of differs from run to run.
    private static Map<String, Object> sorted(Map<String, Object> content) {
        return new TreeMap<>(content);
    }

    private static byte[] json(Object content) {
        return JsonMapper.shared().writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
