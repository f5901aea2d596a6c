package dev.frostbyte.store.lucene;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Makes a query from any text: its analysed words, each weighing as often as it occurs. There is no
 * syntax. Of a text with more than 1,024 different words the first 1,024 count.
 */
final class KeywordQuery {
  static final int MAX_CHARACTERS = 10_000;

  private KeywordQuery() {}

  static Query of(String text, Analyzer analyzer) throws IOException {
    if (text.length() > MAX_CHARACTERS) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT,
          "A query has "
              + text.length()
              + " characters; at most "
              + MAX_CHARACTERS
              + " are taken.");
    }
    Map<String, Integer> words = words(text, analyzer);
    if (words.isEmpty()) {
      return new MatchNoDocsQuery();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words.forEach((word, count) -> query.add(clause(word, count), BooleanClause.Occur.SHOULD));
    return query.build();
  }

  private static Query clause(String word, int count) {
    Query query = new TermQuery(new Term(ChunkFields.TEXT, word));
    return count == 1 ? query : new BoostQuery(query, count);
  }

  private static Map<String, Integer> words(String text, Analyzer analyzer) throws IOException {
    Map<String, Integer> words = new LinkedHashMap<>();
    try (TokenStream tokens = analyzer.tokenStream(ChunkFields.TEXT, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        count(words, term.toString());
      }
      tokens.end();
    }
    return words;
  }

  private static void count(Map<String, Integer> words, String word) {
    if (words.containsKey(word) || words.size() < IndexSearcher.getMaxClauseCount()) {
      words.merge(word, 1, Integer::sum);
    }
  }
}
