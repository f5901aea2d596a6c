package dev.frostbyte.parsers.office;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a part strictly: UTF-16 with a byte order mark, else UTF-8, the two that OPC allows. Left
 * to itself, the JDK's parser prints broken bytes to the error stream.
 */
final class PartText {
  private static final int MARK_BYTES = 3;

  private PartText() {}

  static Reader of(InputStream in) throws IOException {
    BufferedInputStream ahead = new BufferedInputStream(in);
    ahead.mark(MARK_BYTES);
    int first = ahead.read();
    int second = ahead.read();
    int third = ahead.read();
    ahead.reset();
    boolean wide = (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
    boolean marked = first == 0xef && second == 0xbb && third == 0xbf;
    ahead.skipNBytes(marked ? MARK_BYTES : 0);
    Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    return new InputStreamReader(ahead, charset.newDecoder());
  }
}
