package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A directory that copies itself, as a kill would leave it, when so many segments were opened since
 * there is a projection: in the middle of its catching up. One thread.
 */
final class Interrupted implements DurableDirectory {
  private final DurableDirectory real;
  private final String watched;
  private final Path copy;
  private int left;

  /**
   * Copies once.
   *
   * @param watched the projection's file
   * @param copy where to
   * @param openings how many segments are opened before
   */
  Interrupted(DurableDirectory real, String watched, Path copy, int openings) {
    this.real = real;
    this.watched = watched;
    this.copy = copy;
    this.left = openings;
  }

  @Override
  public DurableFile open(String name) throws IOException {
    Path from = real.path().orElseThrow();
    if (Files.exists(from.resolve(watched)) && name.endsWith(".wal")) {
      left--;
      if (left == 0) {
        Folders.copied(from, copy);
      }
    }
    return real.open(name);
  }

  @Override
  public Optional<Path> path() {
    return real.path();
  }

  @Override
  public List<String> list() throws IOException {
    return real.list();
  }

  @Override
  public boolean exists(String name) throws IOException {
    return real.exists(name);
  }

  @Override
  public DurableFile create(String name) throws IOException {
    return real.create(name);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    real.rename(from, to);
  }

  @Override
  public void delete(String name) throws IOException {
    real.delete(name);
  }

  @Override
  public void sync() throws IOException {
    real.sync();
  }

  @Override
  public DurableDirectory directory(String name) throws IOException {
    return real.directory(name);
  }
}
