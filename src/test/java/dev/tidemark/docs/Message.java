package dev.tidemark.docs;

import static java.util.Map.entry;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A message of the program, as its sources make it.
 *
 * @param kind where users meet it
 * @param text its words, with {@link SourceFile#ANYTHING} for what is known only at run time
 * @param place the file that makes it
 */
record Message(Kind kind, String text, String place) {
    /** Where users meet a message. */
    enum Kind {
        USAGE,
        SOURCE,
        WAREHOUSE,
        BUSY,
        DELETES,
        INCOMPLETE,
        FAULT,
        /** A failure that takes its exit code from another place. */
        ANY,
        NOTE,
        FINDING
    }

    private static final Map<String, Maker> MAKERS = Map.ofEntries(
            entry("TidemarkException.usage", new Maker(Kind.USAGE, 0)),
            entry("TidemarkException.source", new Maker(Kind.SOURCE, 0)),
            entry("TidemarkException.passing", new Maker(Kind.SOURCE, 0)),
            entry("TidemarkException.warehouse", new Maker(Kind.WAREHOUSE, 0)),
            entry("TidemarkException.passingTarget", new Maker(Kind.WAREHOUSE, 0)),
            entry("TidemarkException.busy", new Maker(Kind.BUSY, 0)),
            entry("TidemarkException.tooManyDeletes", new Maker(Kind.DELETES, 0)),
            entry("TidemarkException.incomplete", new Maker(Kind.INCOMPLETE, 0)),
            entry("TidemarkException.fault", new Maker(Kind.FAULT, 0)),
            entry("complaints.incomplete", new Maker(Kind.USAGE, 0)),
            entry("ParameterException", new Maker(Kind.USAGE, 1)),
            entry("TypeConversionException", new Maker(Kind.USAGE, 0)));

    private static final Map<String, Maker> TALKERS = Map.of(
            "Failures.tell", new Maker(Kind.ANY, 1),
            "Messages.say", new Maker(Kind.NOTE, 0),
            "Messages.insist", new Maker(Kind.NOTE, 0),
            "messages.accept", new Maker(Kind.NOTE, 0),
            "Finding.note", new Maker(Kind.FINDING, 2),
            "Finding.warning", new Maker(Kind.FINDING, 2),
            "Finding", new Maker(Kind.FINDING, 3));

    /** The methods that make sentences which others say. */
    private static final Set<String> SENTENCES =
            Set.of("Load.notes", "LoadReport.notes", "SourceRecord.noteOfAnother", "KnownTarget.note",
                    "UnreadableDates.sentence");

    /** All messages of the program, by its sources and its launcher. */
    static List<Message> all() {
        List<SourceFile> files = Stream.of("src/main/java", "src/spark/java")
                .flatMap(folder -> SourceFile.under(folder).stream())
                .toList();
        Map<String, Maker> makers = new HashMap<>(MAKERS);
        makers.putAll(TALKERS);
        int known;
        do {
            known = makers.size();
            files.forEach(file -> wrappers(file, makers));
        } while (makers.size() > known);
        return Stream.concat(files.stream().flatMap(file -> in(file, makers)), inLauncher()).toList();
    }

    /** Whether {@code shown}, which has words in capitals for what varies, is this message. */
    boolean is(String shown) {
        return Arrays.stream(text.split(SourceFile.ANYTHING, -1))
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(Collectors.joining(".+"), shown::matches));
    }

    @Override
    public String toString() {
        return kind + " " + text.replace(SourceFile.ANYTHING, "...");
    }

    private static Stream<Message> in(SourceFile file, Map<String, Maker> makers) {
        List<Message> messages = new ArrayList<>();
        new Calls(file, makers) {
            @Override
            void found(Maker maker, ExpressionTree text) {
                file.texts(text).forEach(each -> messages.add(new Message(maker.kind(), each, file.name())));
            }
        }.scan(file.tree(), null);
        // What only passes a message on says nothing of its own.
        return messages.stream().filter(message -> !message.text().replaceAll("[\0 .]", "").isEmpty());
    }

    // A method that hands one of its parameters on as a message makes messages itself.
    private static void wrappers(SourceFile file, Map<String, Maker> makers) {
        new Calls(file, makers) {
            @Override
            void found(Maker maker, ExpressionTree text) {
                if (text instanceof IdentifierTree name && method() != null) {
                    int parameter = IntStream.range(0, method().getParameters().size())
                            .filter(index -> method().getParameters().get(index).getName().equals(name.getName()))
                            .findFirst()
                            .orElse(-1);
                    if (parameter >= 0) {
                        String wrapper = file.name() + "." + method().getName();
                        makers.putIfAbsent(wrapper, new Maker(maker.kind(), parameter));
                    }
                }
            }
        }.scan(file.tree(), null);
    }

    private static Stream<Message> inLauncher() {
        try {
            String script = Files.readString(Path.of("src/main/scripts/tidemark"));
            return Pattern.compile("echo \"tidemark: (.*?)\\.\"").matcher(script).results()
                    .map(found -> found.group(1).replaceAll("\\$\\w+", SourceFile.ANYTHING))
                    .map(text -> new Message(Kind.USAGE, text, "the launcher"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Maker(Kind kind, int argument) {}

    /** Finds the calls of makers in a file. */
    private abstract static class Calls extends TreeScanner<Void, Void> {
        private final SourceFile file;
        private final Map<String, Maker> makers;
        private final CompilationUnitTree unit;
        private MethodTree method;

        Calls(SourceFile file, Map<String, Maker> makers) {
            this.file = file;
            this.makers = makers;
            this.unit = file.tree();
        }

        abstract void found(Maker maker, ExpressionTree text);

        MethodTree method() {
            return method;
        }

        @Override
        public Void visitMethod(MethodTree visited, Void nothing) {
            MethodTree outer = method;
            method = visited;
            super.visitMethod(visited, nothing);
            method = outer;
            if (SENTENCES.contains(file.name() + "." + visited.getName())) {
                sentences(visited);
            }
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            maker(call.getMethodSelect()).ifPresent(maker -> tell(maker, call.getArguments()));
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            Optional.ofNullable(makers.get(SourceFile.nameOf(made.getIdentifier())))
                    .ifPresent(maker -> tell(maker, made.getArguments()));
            return super.visitNewClass(made, nothing);
        }

        // Every text of the method, as a whole, is a sentence.
        private void sentences(MethodTree maker) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitBinary(BinaryTree sum, Void nothing) {
                    return sum.getKind() == Tree.Kind.PLUS ? sentence(sum) : super.visitBinary(sum, nothing);
                }

                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    return literal.getValue() instanceof String ? sentence(literal) : null;
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                    boolean formats = SourceFile.nameOf(call.getMethodSelect()).startsWith("format");
                    return formats ? sentence(call) : super.visitMethodInvocation(call, nothing);
                }
            }.scan(maker.getBody(), null);
        }

        private Void sentence(ExpressionTree text) {
            found(new Maker(Kind.NOTE, 0), text);
            return null;
        }

        private void tell(Maker maker, List<? extends ExpressionTree> arguments) {
            if (arguments.size() > maker.argument() && !isGood(arguments)) {
                found(maker, arguments.get(maker.argument()));
            }
        }

        // A finding that all is well is no message of this kind.
        private static boolean isGood(List<? extends ExpressionTree> arguments) {
            return arguments.stream().anyMatch(argument -> argument.toString().equals("Level.OK"));
        }

        private Optional<Maker> maker(Tree called) {
            String name = SourceFile.nameOf(called);
            String owner = called instanceof MemberSelectTree select
                    ? SourceFile.nameOf(select.getExpression())
                    : importedFrom(name).orElse(file.name());
            String place = owner.isEmpty() || owner.equals("messages") && !name.equals("accept") ? "Messages" : owner;
            return Optional.ofNullable(makers.get(place + "." + name));
        }

        private Optional<String> importedFrom(String name) {
            return unit.getImports().stream()
                    .filter(each -> each.isStatic() && SourceFile.nameOf(each.getQualifiedIdentifier()).equals(name))
                    .map(each -> (MemberSelectTree) each.getQualifiedIdentifier())
                    .map(each -> SourceFile.nameOf(each.getExpression()))
                    .findFirst();
        }
    }
}
