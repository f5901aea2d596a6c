package dev.frostbyte.core.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Another process: says whether it gets the lease, and holds it until it is killed. */
final class LeaseHolder {
  private LeaseHolder() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Optional<FileLease> lease = FileLease.tryTake(Path.of(arguments[0]));
    System.out.println(lease.isPresent() ? "taken" : "refused");
    System.out.flush();
    if (lease.isPresent()) {
      Thread.currentThread().join();
    }
  }
}
