package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * The pages of an image file, decoded one at a time by the readers of the JDK, without a cache on
 * disk. Whoever opens it closes it; one thread.
 */
final class ImageFile implements AutoCloseable {
  /** Most pixels of a page: A4 at 800 dpi, A2 at 400. */
  static final long MAX_PIXELS = 64_000_000;

  /** Longest side of a page, pixels: a till roll of two metres at 400 dpi. */
  static final long MAX_SIDE = 32_000;

  /** Most bytes of a decoded page. */
  static final long MAX_BYTES = 128L << 20;

  private final MediaType type;
  private final DocumentSource source;
  private final ImageInputStream stream;
  private final ImageReader reader;

  private ImageFile(
      MediaType type, DocumentSource source, ImageInputStream stream, ImageReader reader) {
    this.type = type;
    this.source = source;
    this.stream = stream;
    this.reader = reader;
  }

  static ImageFile open(MediaType type, DocumentSource source) throws IOException {
    ImageReader reader = reader(type);
    ImageInputStream stream = new SourceStream(source);
    boolean tagged = type.equals(ImageType.TIFF);
    reader.setInput(stream, false, !tagged);
    return new ImageFile(type, source, stream, reader);
  }

  /** How many pages there are; only TIFF has more than one. */
  int pages() throws IOException {
    return type.equals(ImageType.TIFF) ? reader.getNumImages(true) : 1;
  }

  /**
   * A page, decoded.
   *
   * @param index from 0
   * @throws RefusedException when it is larger than allowed or of a kind that is not read
   */
  Page page(int index) throws IOException {
    requireSize(reader.getWidth(index), reader.getHeight(index), index);
    boolean[] damaged = {false};
    reader.removeAllIIOReadWarningListeners();
    reader.addIIOReadWarningListener((from, warning) -> damaged[0] = true);
    BufferedImage image = reader.read(index);
    Pixels pixels = GreyImage.of(image);
    float dpi = Resolution.of(type, source, reader, index);
    return new Page(pixels, 72 / dpi * image.getWidth() / pixels.width(), damaged[0]);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }

  private void requireSize(long width, long height, int index) throws IOException {
    boolean slim = Math.max(width, height) > MAX_SIDE;
    if (width < 1 || height < 1 || slim || width > MAX_PIXELS / height) {
      throw tooLarge(
          "is %d x %d pixels; at most %d pixels are read, %d on a side.",
          width, height, MAX_PIXELS, MAX_SIDE);
    }
    long bytes = width * height * bytesPerPixel(index);
    if (bytes > MAX_BYTES) {
      throw tooLarge(
          "takes %d bytes decoded; at most %d are read. Grey takes less than colour.",
          bytes, MAX_BYTES);
    }
  }

  private static RefusedException tooLarge(String what, Object... numbers) {
    String message = String.format(Locale.ROOT, "The picture " + what, numbers);
    return new RefusedException(Problem.of(ProblemCode.LIMIT_EXCEEDED, message));
  }

  private long bytesPerPixel(int index) throws IOException {
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(index);
    if (!types.hasNext()) {
      throw new RefusedException(
          Problem.of(
              ProblemCode.UNSUPPORTED_FORMAT,
              "The picture's colours (such as CMYK) are not read; save it in RGB or grey."));
    }
    int bits = types.next().getColorModel().getPixelSize();
    return (bits + 7) / 8;
  }

  /** The JDK's own: other ones on the path would change the result. */
  private static ImageReader reader(MediaType type) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.value());
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule() == ImageIO.class.getModule()) {
        return reader;
      }
    }
    throw new IOException("this Java has no reader for " + type);
  }

  /**
   * A page.
   *
   * @param scale points a pixel
   * @param damaged whether the reader found something amiss and read on
   */
  record Page(Pixels pixels, float scale, boolean damaged) {}
}
