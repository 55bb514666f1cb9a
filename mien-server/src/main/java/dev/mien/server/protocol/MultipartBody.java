package dev.mien.server.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;

/** Parses {@code multipart/form-data} in memory. Every part is a text parameter. */
public final class MultipartBody {
  /** Room for a disposition and a type, not for more. */
  private static final int MAX_PART_HEADER_BYTES = 4096;

  private MultipartBody() {}

  /**
   * The parameters of a body, in the order sent.
   *
   * @param contentType the content type as sent, with the boundary
   * @throws ApiException {@code InvalidParameter} if it is malformed, a part has no name or is not
   *     UTF-8 text, or there are more than {@value FormBody#MAX_PARAMETERS} parts
   */
  public static List<TextParameter> parse(String contentType, byte[] body) throws ApiException {
    String boundary = MultiPart.extractBoundary(contentType);
    if (boundary == null || boundary.isEmpty()) {
      throw malformed("multipart without a boundary");
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxParts(FormBody.MAX_PARAMETERS);
    parser.setPartHeadersMaxLength(MAX_PART_HEADER_BYTES);
    parser.setMaxMemoryFileSize(-1); // Never to disk: the body lies in memory already.
    parser.setMaxLength(body.length);
    try (MultiPartFormData.Parts parts =
        Blocker.blockWithPromise(
            promise -> parser.parse(Content.Source.from(ByteBuffer.wrap(body)), promise))) {
      List<TextParameter> parameters = new ArrayList<>(parts.size());
      for (MultiPart.Part part : parts) {
        parameters.add(parameter(part));
      }
      return parameters;
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      throw malformed("malformed multipart");
    }
  }

  private static TextParameter parameter(MultiPart.Part part) throws ApiException, IOException {
    @Nullable String name = part.getName();
    if (name == null || name.isEmpty()) {
      throw malformed("a part has no name");
    }
    ByteBuffer content = Content.Source.asByteBuffer(part.createContentSource());
    return new TextParameter(name, StrictText.decode(content));
  }

  private static ApiException malformed(String reason) {
    return new ApiException(CommonError.INVALID_BODY, reason);
  }
}
