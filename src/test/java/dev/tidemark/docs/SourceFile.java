package dev.tidemark.docs;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;

/**
 * A source file as the compiler parses it, and what the texts in it may come to.
 *
 * @param name its name, without the ending
 * @param tree what the compiler sees
 * @param methods its methods by name
 * @param values the values of its fields and local variables by name; one that has several stands for none
 */
record SourceFile(
        String name,
        CompilationUnitTree tree,
        Map<String, List<MethodTree>> methods,
        Map<String, ExpressionTree> values) {
    /** What stands in a text for whatever is known only at run time. */
    static final String ANYTHING = "\0";

    private static final int DEEPEST = 4;

    /** All files under {@code folder}. */
    static List<SourceFile> under(String folder) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> paths = Files.walk(Path.of(folder));
                var manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = paths.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            return StreamSupport.stream(task.parse().spliterator(), false).map(SourceFile::of).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static SourceFile of(CompilationUnitTree tree) {
        Map<String, List<MethodTree>> methods = new HashMap<>();
        Map<String, ExpressionTree> values = new HashMap<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                methods.computeIfAbsent(method.getName().toString(), name -> new ArrayList<>()).add(method);
                return super.visitMethod(method, nothing);
            }

            @Override
            public Void visitVariable(VariableTree variable, Void nothing) {
                if (variable.getInitializer() != null) {
                    values.merge(variable.getName().toString(), variable.getInitializer(), (one, other) -> null);
                }
                return super.visitVariable(variable, nothing);
            }
        }.scan(tree, null);
        String file = Path.of(tree.getSourceFile().toUri()).getFileName().toString();
        return new SourceFile(file.replaceFirst("\\.java$", ""), tree, methods, values);
    }

    /** The texts that an expression may come to. */
    List<String> texts(ExpressionTree expression) {
        return texts(expression, 0);
    }

    private List<String> texts(ExpressionTree expression, int depth) {
        return switch (expression) {
            case Tree tooDeep when depth > DEEPEST -> List.of(ANYTHING);
            case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
            case ParenthesizedTree inner -> texts(inner.getExpression(), depth);
            case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
                List.of(part(sum.getLeftOperand(), depth) + part(sum.getRightOperand(), depth));
            case ConditionalExpressionTree either -> Stream.concat(
                            texts(either.getTrueExpression(), depth + 1).stream(),
                            texts(either.getFalseExpression(), depth + 1).stream())
                    .toList();
            case SwitchExpressionTree choice -> results(choice, depth);
            case IdentifierTree variable when values.get(variable.getName().toString()) != null ->
                texts(values.get(variable.getName().toString()), depth + 1);
            case MethodInvocationTree call -> textsOf(call, depth);
            default -> List.of(ANYTHING);
        };
    }

    // What a part of a sentence may come to is told where it is one thing only.
    private String part(ExpressionTree expression, int depth) {
        List<String> texts = texts(expression, depth);
        return texts.size() == 1 ? texts.getFirst() : ANYTHING;
    }

    private List<String> textsOf(MethodInvocationTree call, int depth) {
        String method = nameOf(call.getMethodSelect());
        if (method.equals("formatted") && call.getMethodSelect() instanceof MemberSelectTree select) {
            return List.of(withoutFormats(part(select.getExpression(), depth)));
        }
        if (method.equals("format")) {
            return call.getArguments().stream()
                    .filter(LiteralTree.class::isInstance)
                    .findFirst()
                    .map(format -> List.of(withoutFormats(part(format, depth))))
                    .orElse(List.of(ANYTHING));
        }
        if (call.getMethodSelect().toString().equals("Optional.of")) {
            return texts(call.getArguments().getFirst(), depth);
        }
        boolean own = call.getMethodSelect() instanceof IdentifierTree && methods.containsKey(method);
        return own ? methods.get(method).stream().flatMap(each -> returned(each, depth)).toList() : List.of(ANYTHING);
    }

    private Stream<String> returned(MethodTree method, int depth) {
        List<String> texts = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree found, Void nothing) {
                texts.addAll(texts(found.getExpression(), depth + 1));
                return null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree other, Void nothing) {
                return null;
            }

            @Override
            public Void visitClass(ClassTree other, Void nothing) {
                return null;
            }
        }.scan(method.getBody(), null);
        return texts.stream();
    }

    private List<String> results(SwitchExpressionTree choice, int depth) {
        List<String> texts = new ArrayList<>();
        choice.getCases().forEach(each -> {
            if (each.getBody() instanceof ExpressionTree result) {
                texts.addAll(texts(result, depth + 1));
            }
        });
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitYield(YieldTree found, Void nothing) {
                texts.addAll(texts(found.getValue(), depth + 1));
                return null;
            }
        }.scan(choice, null);
        return texts;
    }

    /** The last name in what is called, such as {@code usage} of {@code TidemarkException.usage}. */
    static String nameOf(Tree called) {
        return switch (called) {
            case MemberSelectTree select -> select.getIdentifier().toString();
            case IdentifierTree identifier -> identifier.getName().toString();
            default -> "";
        };
    }

    private static String withoutFormats(String format) {
        return format.replaceAll("%[-,0-9.]*[sdfxn]", ANYTHING).replace("%%", "%");
    }
}
