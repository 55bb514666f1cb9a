package dev.mien.server.http;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.StoreFault;
import dev.mien.server.auth.Authenticator;
import dev.mien.server.auth.SignedRequest;
import dev.mien.server.protocol.Action;
import dev.mien.server.protocol.ActionRegistry;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.FlattenedTree;
import dev.mien.server.protocol.FormBody;
import dev.mien.server.protocol.JsonBody;
import dev.mien.server.protocol.Language;
import dev.mien.server.protocol.MultipartBody;
import dev.mien.server.protocol.RequestBinder;
import dev.mien.server.protocol.RequestTree;
import dev.mien.server.protocol.ResponseWriter;
import dev.mien.server.protocol.Services;
import dev.mien.server.protocol.StoreFaults;
import dev.mien.server.protocol.TextParameter;
import dev.mien.server.work.Arrival;
import dev.mien.server.work.BusyException;
import dev.mien.server.work.RateLimit;
import dev.mien.server.work.WorkPool;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * The way of a request once its bytes are there: signature, parameters, action, response. Safe for
 * use by many threads.
 */
public final class Dispatcher {
  private final Authenticator authenticator;
  private final ActionRegistry actions;
  private final Services services;
  private final WorkPool pool;
  private final Optional<RateLimit<String>> rate;
  private final StoreFaults faults = new StoreFaults(System::nanoTime);

  /**
   * The way with these stations.
   *
   * @param rate how often each account may ask for each action, if that is limited
   */
  public Dispatcher(
      Authenticator authenticator,
      ActionRegistry actions,
      Services services,
      WorkPool pool,
      Optional<RateLimit<String>> rate) {
    this.authenticator = authenticator;
    this.actions = actions;
    this.services = services;
    this.pool = pool;
    this.rate = rate;
  }

  /** Whether a request that came now would be refused, as too many are waiting. */
  boolean isBusy() {
    return pool.isFull();
  }

  /** Announces a request with a large body, or nothing if it would be refused. */
  Optional<Arrival> tryArrive() {
    return pool.tryArrive();
  }

  /** Answers a request; whatever goes wrong becomes an error response. */
  Reply reply(SignedRequest request, UUID requestId) {
    Progress progress = new Progress();
    try {
      byte[] body = answer(request, requestId, progress);
      return new Reply(body, Reply.OK, progress.action, progress.account);
    } catch (ApiException e) {
      return progress.failed(e, requestId);
    } catch (RuntimeException | ExecutionException e) {
      faults.log(requestId, e);
      CommonError error = StoreFaults.error(StoreFault.of(e)).orElse(CommonError.INTERNAL_ERROR);
      return progress.failed(new ApiException(error), requestId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return progress.failed(new ApiException(CommonError.INTERNAL_ERROR), requestId);
    }
  }

  /** An error response to a request whose body was not read. */
  static Reply refusal(SignedRequest request, UUID requestId, ApiException error) {
    Progress progress = new Progress();
    progress.language = CommonParameters.ofHeaders(request).language();
    return progress.failed(error, requestId);
  }

  /** What is known of a request when it fails half-way. */
  private static final class Progress {
    private Language language = Language.ENGLISH;
    private Optional<String> action = Optional.empty();
    private Optional<AccountId> account = Optional.empty();

    private Reply failed(ApiException error, UUID requestId) {
      byte[] body = ResponseWriter.error(error, language, requestId);
      return new Reply(body, error.code().code(), action, account);
    }
  }

  private byte[] answer(SignedRequest request, UUID requestId, Progress progress)
      throws ApiException, ExecutionException, InterruptedException {
    return request.header("authorization").isPresent()
        ? answerTc3(request, requestId, progress)
        : answerV1(request, requestId, progress);
  }

  private byte[] answerTc3(SignedRequest request, UUID requestId, Progress progress)
      throws ApiException, ExecutionException, InterruptedException {
    CommonParameters common = CommonParameters.ofHeaders(request);
    progress.language = common.language();
    AccountId account = authenticator.authenticateTc3(request);
    progress.account = Optional.of(account);
    Action<?, ?> action = find(common, "X-TC-Version", "X-TC-Action", progress);
    return run(action, tree(request), call(common, account, requestId));
  }

  private byte[] answerV1(SignedRequest request, UUID requestId, Progress progress)
      throws ApiException, ExecutionException, InterruptedException {
    if (!request.method().equals("GET") && !mediaType(request).equals(Media.FORM)) {
      throw new ApiException(CommonError.AUTHORIZATION_INVALID, "there is no Authorization header");
    }
    List<TextParameter> parameters =
        request.method().equals("GET")
            ? FormBody.parse(request.query())
            : FormBody.parse(request.body());
    CommonParameters common = CommonParameters.of(parameters);
    progress.language = common.language();
    AccountId account = authenticator.authenticateV1(request, parameters);
    progress.account = Optional.of(account);
    Action<?, ?> action = find(common, "Version", "Action", progress);
    RequestTree tree = FlattenedTree.of(CommonParameters.withoutCommon(parameters));
    return run(action, tree, call(common, account, requestId));
  }

  private Action<?, ?> find(
      CommonParameters common, String versionName, String actionName, Progress progress)
      throws ApiException {
    if (common.action().isEmpty()) {
      throw new ApiException(CommonError.MISSING_PARAMETER, actionName);
    }
    if (common.version().isEmpty()) {
      throw new ApiException(CommonError.MISSING_PARAMETER, versionName);
    }
    Action<?, ?> action = actions.find(common.version(), common.action());
    progress.action = Optional.of(action.name());
    return action;
  }

  private Call call(CommonParameters common, AccountId account, UUID requestId) {
    return new Call(requestId, account, common.version(), common.language(), services);
  }

  private <Q extends Record, R extends Record> byte[] run(
      Action<Q, R> action, RequestTree tree, Call call)
      throws ApiException, ExecutionException, InterruptedException {
    if (rate.isPresent() && !rate.get().tryAcquire(call.account() + "/" + action.name())) {
      throw new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
    }
    Q request = RequestBinder.bind(action.requestType(), tree);
    try {
      R response = pool.run(() -> action.handle(request, call));
      return ResponseWriter.success(response, call.requestId());
    } catch (BusyException e) {
      throw new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ApiException answer) {
        throw answer;
      }
      throw e;
    }
  }

  private static RequestTree tree(SignedRequest request) throws ApiException {
    if (request.method().equals("GET")) {
      return FlattenedTree.of(FormBody.parse(request.query()));
    }
    return switch (mediaType(request)) {
      case Media.JSON -> JsonBody.parse(request.body());
      case Media.FORM -> FlattenedTree.of(FormBody.parse(request.body()));
      case Media.MULTIPART ->
          FlattenedTree.of(
              MultipartBody.parse(request.headerOrEmpty("content-type"), request.body()));
      default ->
          throw new ApiException(CommonError.UNSUPPORTED_PROTOCOL, "another content type was sent");
    };
  }

  private static String mediaType(SignedRequest request) {
    String contentType = request.headerOrEmpty("content-type");
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  private static final class Media {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
  }
}
