package dev.frostbyte.store.objects;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.spi.ObjectRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** File names of objects: 64 digits of hash, a dash, the length in bytes. */
final class ObjectName {
  private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{64})-(0|[1-9][0-9]{0,17})");

  private ObjectName() {}

  static String of(ObjectRef object) {
    return object.hash().hex() + "-" + object.length();
  }

  static Optional<ObjectRef> parse(String name) {
    Matcher matcher = SHAPE.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new ObjectRef(new ContentHash(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }
}
