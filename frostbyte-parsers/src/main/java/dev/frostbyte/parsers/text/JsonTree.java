package dev.frostbyte.parsers.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads tokens of JSON into a tree, with depth and number bounded. One thread. */
final class JsonTree {
  private final JsonParser tokens;
  private final int deepest;
  private final long most;
  private final Deque<DataNode> open = new ArrayDeque<>();
  private long nodes;

  JsonTree(JsonParser tokens, ParseLimits limits) {
    this.tokens = tokens;
    this.deepest = dev.frostbyte.parsers.text.JsonParser.depth(limits);
    this.most = 8L * limits.maxElements();
  }

  /** The value of the text; a list of them when there are several. */
  DataNode read() throws IOException {
    DataNode all = new DataNode("", true);
    open.push(all);
    for (@Nullable JsonToken token = tokens.nextToken();
        token != null;
        token = tokens.nextToken()) {
      token(token);
    }
    if (open.size() > 1 || all.children().isEmpty()) {
      throw new IOException("no complete value");
    }
    return all.children().size() == 1 ? all.children().getFirst() : all;
  }

  private void token(JsonToken token) throws IOException {
    switch (token) {
      case START_OBJECT -> begin(false);
      case START_ARRAY -> begin(true);
      case END_OBJECT, END_ARRAY -> open.pop();
      case FIELD_NAME, NOT_AVAILABLE -> {}
      case VALUE_STRING,
          VALUE_NUMBER_INT,
          VALUE_NUMBER_FLOAT,
          VALUE_TRUE,
          VALUE_FALSE,
          VALUE_NULL,
          VALUE_EMBEDDED_OBJECT ->
          add(DataNode.leaf(name(), tokens.getText()));
    }
  }

  private void begin(boolean list) throws IOException {
    if (open.size() > deepest) {
      throw new BudgetReachedException("maxDepth", deepest);
    }
    DataNode node = new DataNode(name(), list);
    add(node);
    open.push(node);
  }

  private void add(DataNode node) throws BudgetReachedException {
    if (++nodes > most) {
      throw new BudgetReachedException("maxElements", most);
    }
    open.element().add(node);
  }

  private String name() throws IOException {
    String name = open.element().isList() ? null : tokens.currentName();
    return name == null ? "" : name;
  }
}
