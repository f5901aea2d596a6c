package dev.frostbyte.parsers.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes ONNX models, field by field: messages of {@code onnx.proto3} (IR version 8) in the wire
 * format of protocol buffers. Enough of both for tests. One thread.
 */
final class OnnxBytes {
  static final int FLOAT = 1;
  static final int LONG = 7;

  private static final int IR_VERSION = 8;
  private static final int OPERATORS = 13;
  private static final int ATTRIBUTE_LONG = 2;
  private static final int ATTRIBUTE_LONGS = 7;

  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

  /** A value that goes in; a size of 0 may be any. */
  OnnxBytes input(String name, int type, long... shape) {
    message(graph, 11, value(name, type, shape));
    return this;
  }

  /** A value that comes out. */
  OnnxBytes output(String name, int type, long... shape) {
    message(graph, 12, value(name, type, shape));
    return this;
  }

  /** A constant of whole numbers. */
  OnnxBytes wholes(String name, long... numbers) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, numbers.length);
    number(tensor, 2, LONG);
    for (long number : numbers) {
      number(tensor, 7, number);
    }
    text(tensor, 8, name);
    message(graph, 5, tensor);
    return this;
  }

  /** A constant of one number. */
  OnnxBytes fraction(String name, float number) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, 1);
    number(tensor, 2, FLOAT);
    key(tensor, 4, 5);
    int bits = Float.floatToIntBits(number);
    for (int shift = 0; shift < 32; shift += 8) {
      tensor.write(bits >> shift);
    }
    text(tensor, 8, name);
    message(graph, 5, tensor);
    return this;
  }

  /** A step of the computation with one result. */
  OnnxBytes node(String operator, String result, String... inputs) {
    return node(operator, result, Map.of(), inputs);
  }

  /** A step with attributes: whole numbers or lists of them. */
  OnnxBytes node(String operator, String result, Map<String, long[]> attributes, String... inputs) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    for (String input : inputs) {
      text(node, 1, input);
    }
    text(node, 2, result);
    text(node, 4, operator);
    attributes.forEach((name, numbers) -> message(node, 5, attribute(name, numbers)));
    message(graph, 1, node);
    return this;
  }

  /** The whole model. */
  byte[] model() {
    text(graph, 2, "test");
    ByteArrayOutputStream operators = new ByteArrayOutputStream();
    text(operators, 1, "");
    number(operators, 2, OPERATORS);
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    number(model, 1, IR_VERSION);
    message(model, 7, graph);
    message(model, 8, operators);
    return model.toByteArray();
  }

  /** {@code axes} is the one attribute here that is a list. */
  private static ByteArrayOutputStream attribute(String name, long[] numbers) {
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    text(attribute, 1, name);
    boolean list = name.equals("axes");
    for (long number : numbers) {
      number(attribute, list ? 8 : 3, number);
    }
    number(attribute, 20, list ? ATTRIBUTE_LONGS : ATTRIBUTE_LONG);
    return attribute;
  }

  private static ByteArrayOutputStream value(String name, int type, long... shape) {
    ByteArrayOutputStream sizes = new ByteArrayOutputStream();
    for (long size : shape) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      number(one, 1, size);
      message(sizes, 1, size == 0 ? new ByteArrayOutputStream() : one);
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, type);
    message(tensor, 2, sizes);
    ByteArrayOutputStream kind = new ByteArrayOutputStream();
    message(kind, 1, tensor);
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    text(value, 1, name);
    message(value, 2, kind);
    return value;
  }

  private static void message(ByteArrayOutputStream out, int field, ByteArrayOutputStream inner) {
    key(out, field, 2);
    varint(out, inner.size());
    out.writeBytes(inner.toByteArray());
  }

  private static void text(ByteArrayOutputStream out, int field, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    key(out, field, 2);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream out, int field, long number) {
    key(out, field, 0);
    varint(out, number);
  }

  private static void key(ByteArrayOutputStream out, int field, int wireType) {
    varint(out, (long) field << 3 | wireType);
  }

  private static void varint(ByteArrayOutputStream out, long number) {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
