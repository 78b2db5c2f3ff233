package io.larkdesk.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The image of the service as {@code docker load} takes it, its layers unpacked one over the other. It is built on nothing, so Java is this machine's.
 *
 * @param root stands for the root of a container
 * @param config what a container is started with, as the Docker image specification has it
 * @param layers how many layers there are
 * @param size what the layers take, compressed, in bytes
 */
record Image(Path root, JsonNode config, int layers, long size) {

    private static final Path TAR = Path.of("../app-micronaut/target/larkdesk-image.tar");
    private static final String PROGRAM = "/app/";

    /** Unpacks it below {@code folder}. */
    static Image unpack(Path folder) throws IOException {
        Path packed = Files.createDirectories(folder.resolve("image"));
        Path root = Files.createDirectories(folder.resolve("root"));
        extract(TAR, packed);
        JsonNode manifest = read(packed.resolve("manifest.json")).get(0);
        List<Path> layers =
                texts(manifest.get("Layers")).stream().map(packed::resolve).toList();
        long size = 0;
        for (Path layer : layers) {
            extract(layer, root);
            size += Files.size(layer);
        }
        JsonNode config = read(packed.resolve(manifest.get("Config").asText())).get("config");
        Image image = new Image(root, config, layers.size(), size);
        Path classPath = root.resolve("app/jib-classpath-file");
        Files.writeString(classPath, image.outside(Files.readString(classPath)));
        return image;
    }

    private static void extract(Path archive, Path into) {
        Command.run("tar", "--extract", "--file", archive.toString(), "--directory", into.toString());
    }

    private static JsonNode read(Path json) throws IOException {
        return new ObjectMapper().readTree(json.toFile());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Its entry point. */
    List<String> command() {
        return texts(config.get("Entrypoint")).stream()
                .map(word -> word.equals("java") ? Program.java() : outside(word))
                .toList();
    }

    /** Paths of the program, as they are outside of a container. */
    private String outside(String paths) {
        return paths.replace(PROGRAM, root + PROGRAM);
    }
}
