package humeur.training.onnx;

import static java.util.Objects.requireNonNull;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import humeur.training.release.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A graph with its one large constant in a file beside it (ONNX's external data). ONNX Runtime maps such a file into memory,
 * while a constant inside the graph is copied three times before the session is open.
 *
 * @param graph refers to {@code constantFile} by its plain name
 * @param constantFile the name of the file beside the graph
 * @param constant its content
 */
public record GraphFiles(ModelProto graph, String constantFile, byte[] constant) {
    /** What is smaller stays in the graph: it is read at once. */
    private static final int LARGE = 1 << 16;

    /** Constants begin on a page of their own, as they are mapped. */
    private static final int PAGE = 1 << 12;

    public GraphFiles {
        requireNonNull(graph, "graph is null");
        requireNonNull(constantFile, "constantFile is null");
        requireNonNull(constant, "constant is null");
    }

    /**
     * Takes all large constants of a graph out of it. The graph gets the file's SHA-256, so that its own stands for the whole
     * model.
     *
     * @param graph without external data
     */
    public static GraphFiles split(ModelProto graph, String constantFile) {
        ByteArrayOutputStream constants = new ByteArrayOutputStream(graph.getSerializedSize());
        GraphProto.Builder rest = graph.getGraph().toBuilder();
        for (TensorProto.Builder constant : rest.getInitializerBuilderList()) {
            byte[] content = constant.getRawData().toByteArray();
            if (content.length >= LARGE) {
                constants.writeBytes(new byte[-constants.size() & PAGE - 1]);
                Tensors.refer(constant, constantFile, constants.size(), content.length);
                constants.writeBytes(content);
            }
        }
        byte[] file = constants.toByteArray();
        ModelProto.Builder split = graph.toBuilder().setGraph(rest);
        split.addMetadataPropsBuilder().setKey("weights_sha256").setValue(Sha256.of(file));
        return new GraphFiles(split.build(), constantFile, file);
    }

    /** Reads a graph and puts the constants that lie in files beside it back into it. */
    public static ModelProto join(Path file) throws IOException {
        ModelProto.Builder graph = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        for (TensorProto.Builder constant : graph.getGraphBuilder().getInitializerBuilderList()) {
            if (constant.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
                constant.setRawData(ByteString.copyFrom(content(file, constant)));
                constant.clearExternalData().clearDataLocation();
            }
        }
        return graph.build();
    }

    private static byte[] content(Path graph, TensorProto.Builder constant) throws IOException {
        Map<String, String> place = constant.getExternalDataList().stream()
                .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
        try (SeekableByteChannel channel = Files.newByteChannel(graph.resolveSibling(place.get("location")))) {
            channel.position(Long.parseLong(place.getOrDefault("offset", "0")));
            return Channels.newInputStream(channel).readNBytes(Integer.parseInt(place.get("length")));
        }
    }

    /** Writes both files. Each takes the place of an older one in a single move, since a running service may have mapped that. */
    public void write(Path folder, String graphFile) throws IOException {
        replace(folder.resolve(constantFile), constant);
        replace(folder.resolve(graphFile), graph.toByteArray());
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path written = Files.write(file.resolveSibling(file.getFileName() + ".new"), content);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
