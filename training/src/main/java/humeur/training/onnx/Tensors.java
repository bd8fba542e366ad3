package humeur.training.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Constant tensors, in the little-endian raw form that ONNX prescribes. */
public final class Tensors {
    private Tensors() {}

    public static TensorProto floats(String name, float... values) {
        ByteBuffer bytes = buffer(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return vector(name, DataType.FLOAT, values.length, bytes.array());
    }

    /** In row-major order. */
    public static TensorProto floats(String name, int[] shape, float[] values) {
        ByteBuffer bytes = buffer(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return shaped(name, DataType.FLOAT, shape, bytes.array());
    }

    /** Each byte counts as signed; in row-major order. */
    public static TensorProto signedBytes(String name, int[] shape, byte[] values) {
        return shaped(name, DataType.INT8, shape, values);
    }

    public static TensorProto integers(String name, int... values) {
        ByteBuffer bytes = buffer(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        return vector(name, DataType.INT32, values.length, bytes.array());
    }

    public static TensorProto longs(String name, long... values) {
        ByteBuffer bytes = buffer(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        return vector(name, DataType.INT64, values.length, bytes.array());
    }

    /** The bytes of a file beside the graph; each counts as unsigned. See {@link GraphFiles}. */
    public static TensorProto unsignedBytes(String name, String file, int length) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.UINT8.getNumber())
                .addDims(length);
        refer(tensor, file, 0, length);
        return tensor.build();
    }

    /** Has a tensor's content lie in a file beside the graph; an offset of 0 goes without saying. */
    static void refer(TensorProto.Builder tensor, String file, long offset, long length) {
        tensor.clearRawData().setDataLocation(DataLocation.EXTERNAL).addExternalData(entry("location", file));
        if (offset > 0) {
            tensor.addExternalData(entry("offset", Long.toString(offset)));
        }
        tensor.addExternalData(entry("length", Long.toString(length)));
    }

    public static TensorProto string(String name, String value) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.STRING.getNumber())
                .addDims(1)
                .addStringData(ByteString.copyFromUtf8(value))
                .build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static TensorProto vector(String name, DataType type, int length, byte[] raw) {
        return shaped(name, type, new int[] {length}, raw);
    }

    private static TensorProto shaped(String name, DataType type, int[] shape, byte[] raw) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(raw));
        for (int size : shape) {
            tensor.addDims(size);
        }
        return tensor.build();
    }
}
