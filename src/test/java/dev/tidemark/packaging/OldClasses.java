package dev.tidemark.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Brings the class files of a jar to a format that the start-up cache takes. The cache passes over classes from before
 * Java 6, which have no stack maps; picocli's are such classes, and a quarter of the time to print the version.
 */
final class OldClasses {
    private static final ClassFile CLASS_FILES = ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(OldClasses.class.getClassLoader())
                            .orElse(ClassHierarchyResolver.defaultResolver())));

    private OldClasses() {}

    /** Rewrites the old classes of {@code jar}; the other entries and all times stay. */
    static void renew(Path jar) throws IOException {
        FileTime time = Files.getLastModifiedTime(jar);
        Path renewed = jar.resolveSibling(jar.getFileName() + ".renewed");
        try (JarFile old = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(renewed);
                JarOutputStream output = new JarOutputStream(file)) {
            for (JarEntry entry : Collections.list(old.entries())) {
                byte[] content = old.getInputStream(entry).readAllBytes();
                JarEntry copy = new JarEntry(entry.getName());
                copy.setLastModifiedTime(entry.getLastModifiedTime());
                output.putNextEntry(copy);
                output.write(entry.getName().endsWith(".class") ? renewed(content) : content);
                output.closeEntry();
            }
        }
        Files.setLastModifiedTime(renewed, time);
        Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] renewed(byte[] content) {
        ClassModel old = CLASS_FILES.parse(content);
        if (old.majorVersion() >= ClassFile.JAVA_6_VERSION) {
            return content;
        }
        // Instructions go through one by one, because a body that is copied as a whole gets no stack maps.
        ClassTransform copy = ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
                .andThen(ClassTransform.endHandler(type -> type.withVersion(ClassFile.JAVA_8_VERSION, 0)));
        return CLASS_FILES.transformClass(old, copy);
    }
}
