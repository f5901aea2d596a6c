package dev.frostbyte.parsers.model;

import ai.onnxruntime.OrtException;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.spi.PageView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Detects parts of pages by one model, which is loaded for the first page. Thread-safe. Closing
 * waits for pages under way; later ones are refused with {@link IllegalStateException}.
 *
 * @param <L> what the classes of the model stand for
 */
final class Detection<L extends Enum<L>> implements AutoCloseable {
  private final DetectionSettings settings;
  private final ModelFile file;
  private final List<@Nullable L> classes;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Object opening = new Object();
  private @Nullable DetectionSession session;
  private boolean closed;

  /**
   * Checks the file and what its classes stand for.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code CONFIGURATION_INVALID}
   */
  Detection(DetectionSettings settings, Class<L> kind) {
    this.settings = settings;
    this.classes = settings.classes(kind);
    this.file = ModelFile.of(settings.model(), settings.sha256());
  }

  DetectionSettings settings() {
    return settings;
  }

  /** Everything the model is sure enough of, cut to the view. */
  List<Detected<L>> in(PageView view) throws IOException {
    lock.readLock().lock();
    try {
      return detected(view, open().run(view.picture(), settings));
    } catch (OrtException e) {
      throw new IOException("the model failed with code " + e.getCode());
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      if (session != null) {
        session.close();
        session = null;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private DetectionSession open() throws OrtException {
    synchronized (opening) {
      if (closed) {
        throw new IllegalStateException("the model was closed; open it again");
      }
      DetectionSession open = session == null ? DetectionSession.open(file) : session;
      session = open;
      return open;
    }
  }

  private List<Detected<L>> detected(PageView view, DetectionOutput output) {
    List<Detected<L>> found = new ArrayList<>();
    for (int i = 0; i < output.count(); i++) {
      L label = label(output.label(i));
      float score = output.score(i);
      if (label != null && score >= settings.least()) {
        Box box = box(view, output, i);
        if (box.right() > box.left() && box.bottom() > box.top()) {
          found.add(new Detected<>(label, box, Math.min(1, score)));
        }
      }
    }
    return found;
  }

  private @Nullable L label(long number) {
    return number < 0 || number >= classes.size() ? null : classes.get((int) number);
  }

  private Box box(PageView view, DetectionOutput output, int i) {
    float[] corners = output.corners(i, settings, view.picture());
    int width = view.picture().width();
    int height = view.picture().height();
    float left = Math.clamp(corners[0], 0, width);
    float top = Math.clamp(corners[1], 0, height);
    float right = Math.clamp(corners[2], left, width);
    float bottom = Math.clamp(corners[3], top, height);
    return view.onPage(left, top, right, bottom);
  }
}
