package io.larkdesk.architecture;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What a jar lets others see: a line for each type, and indented below it one for each member. */
final class Signatures {

    private static final String ENDING = ".class";

    /** What every object has, or every enum, says nothing. */
    private static final Set<String> EVERYWHERE = Set.of("equals", "hashCode", "toString", "values", "valueOf");

    private Signatures() {}

    /** All of {@code jar}, whose classes are on the class path too. */
    static List<String> of(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(ENDING) && !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ENDING.length()).replace('/', '.'))
                    .sorted()
                    .map(Signatures::load)
                    .filter(Signatures::isSeen)
                    .flatMap(Signatures::lines)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Signatures.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not on the class path", e);
        }
    }

    private static boolean isSeen(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return !type.isAnonymousClass()
                && !type.isLocalClass()
                && (outer == null || isSeen(outer))
                && (Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers()));
    }

    private static Stream<String> lines(Class<?> type) {
        Predicate<Member> seen = member -> !member.isSynthetic()
                && (Modifier.isPublic(member.getModifiers())
                        || (Modifier.isProtected(member.getModifiers()) && !Modifier.isFinal(type.getModifiers())));
        Stream<Executable> executables = Stream.concat(
                Arrays.stream(type.getDeclaredConstructors()),
                Arrays.stream(type.getDeclaredMethods()).filter(method -> !isEverywhere(method)));
        Stream<String> members = Stream.concat(
                executables.filter(seen).map(Executable::toGenericString),
                Arrays.stream(type.getDeclaredFields()).filter(seen).map(Field::toGenericString));
        String prefix = type.getTypeName() + ".";
        return Stream.concat(
                Stream.of(header(type)),
                members.map(member -> "    " + shortly(member.replace(prefix, "")))
                        .sorted());
    }

    private static boolean isEverywhere(Method method) {
        return method.isBridge() || EVERYWHERE.contains(method.getName());
    }

    private static String header(Class<?> type) {
        // Newer JDKs tell what "permits" tells too
        List<String> parts = new ArrayList<>(List.of(type.toGenericString().replaceAll("\\b(non-)?sealed ", "")));
        Type parent = type.getGenericSuperclass();
        if (parent != null && !type.isEnum() && !type.isRecord() && !parent.equals(Object.class)) {
            parts.add("extends " + parent.getTypeName());
        }
        names(type.getGenericInterfaces()).ifPresent(names -> parts.add("implements " + names));
        if (type.isSealed()) {
            names(type.getPermittedSubclasses()).ifPresent(names -> parts.add("permits " + names));
        }
        return shortly(String.join(" ", parts));
    }

    private static Optional<String> names(Type... types) {
        return types.length == 0
                ? Optional.empty()
                : Optional.of(Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", ")));
    }

    /** Without the packages of Java, and without the beginning that all of ours have. */
    private static String shortly(String signature) {
        return signature.replaceAll("\\bjava(?:\\.[a-z]+)+\\.(?=[A-Z])", "").replace("io.larkdesk.", "");
    }
}
