package dev.mien.server.legacy;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import dev.mien.server.auth.LegacyAuthException;
import dev.mien.server.auth.LegacyAuthenticator;
import dev.mien.server.auth.SignedRequest;
import dev.mien.server.http.Endpoint;
import dev.mien.server.http.Reply;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Language;
import dev.mien.server.protocol.Services;
import dev.mien.server.protocol.StoreFaults;
import dev.mien.server.work.Arrival;
import dev.mien.server.work.BusyException;
import dev.mien.server.work.RateLimit;
import dev.mien.server.work.WorkPool;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * The way of a legacy request once its bytes are there: signature, parameters, call, answer. Safe
 * for use by many threads.
 */
public final class LegacyEndpoint implements Endpoint {
  /** Below this lie all calls. */
  private static final String PATH = "/face/";

  /** Calls that clients know and that are not served: they need a registry of citizens. */
  private static final Set<String> RETIRED =
      Set.of("idcardcompare", "livegetfour", "livedetectfour", "idcardlivedetectfour");

  private final LegacyAuthenticator authenticator;
  private final LegacyCalls calls;
  private final Services services;
  private final WorkPool pool;
  private final Optional<RateLimit<String>> rate;
  private final StoreFaults faults = new StoreFaults(System::nanoTime);

  /**
   * The way with these stations.
   *
   * @param rate how often each account may make each call, if that is limited
   */
  public LegacyEndpoint(
      LegacyAuthenticator authenticator,
      LegacyCalls calls,
      Services services,
      WorkPool pool,
      Optional<RateLimit<String>> rate) {
    this.authenticator = authenticator;
    this.calls = calls;
    this.services = services;
    this.pool = pool;
    this.rate = rate;
  }

  /** What is known of a request when it fails half-way. */
  private static final class Progress {
    private Optional<String> call = Optional.empty();
    private Optional<AccountId> account = Optional.empty();
  }

  @Override
  public boolean isBusy() {
    return pool.isFull();
  }

  @Override
  public Optional<Arrival> tryArrive() {
    return pool.tryArrive();
  }

  @Override
  public Reply reply(SignedRequest request, UUID requestId) {
    Progress progress = new Progress();
    try {
      return answer(request, requestId, progress);
    } catch (ApiException e) {
      return failed(request, progress, e);
    } catch (RuntimeException | ExecutionException e) {
      faults.log(requestId, e);
      return failed(request, progress, new ApiException(error(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(request, progress, new ApiException(LegacyError.INTERNAL));
    }
  }

  private static LegacyError error(Exception failure) {
    return switch (StoreFault.of(failure)) {
      case NO_SPACE -> LegacyError.STORE_FULL;
      case READ_ONLY -> LegacyError.STORE_READ_ONLY;
      case DAMAGED -> LegacyError.STORE_FAILED;
      case OTHER ->
          failure.getCause() instanceof StoreException
              ? LegacyError.STORE_FAILED
              : LegacyError.INTERNAL;
    };
  }

  @Override
  public Reply refusal(SignedRequest head, UUID requestId, ApiException error) {
    return failed(head, new Progress(), error);
  }

  private static Reply failed(SignedRequest request, Progress progress, ApiException error) {
    return LegacyReplies.error(
        error, Optional.empty(), language(request), progress.call, progress.account);
  }

  /** The legacy API has no header of its own for it. */
  private static Language language(SignedRequest request) {
    return Language.of(request.headerOrEmpty("accept-language"));
  }

  private Reply answer(SignedRequest request, UUID requestId, Progress progress)
      throws ApiException, ExecutionException, InterruptedException {
    LegacyAuthenticator.Signer signer = signer(request);
    AccountId account = signer.account();
    progress.account = Optional.of(account);
    LegacyCall call = call(request.path());
    progress.call = Optional.of(call.name());
    Parameters parameters = RequestReader.read(request);
    requireTarget(signer, parameters);
    if (rate.isPresent() && !rate.get().tryAcquire(account + "/face/" + call.name())) {
      throw new ApiException(LegacyError.TOO_FREQUENT);
    }
    Caller caller = new Caller(requestId, account, services);
    return run(call, parameters, caller, language(request));
  }

  private LegacyAuthenticator.Signer signer(SignedRequest request) throws ApiException {
    try {
      return authenticator.authenticate(request.headerOrEmpty("authorization"));
    } catch (LegacyAuthException e) {
      throw new ApiException(
          switch (e.refusal()) {
            case ABSENT -> LegacyError.SIGNATURE_ABSENT;
            case MALFORMED -> LegacyError.SIGNATURE_MALFORMED;
            case SECRET_ID_UNKNOWN -> LegacyError.SECRET_ID_UNKNOWN;
            case WRONG -> LegacyError.SIGNATURE_WRONG;
            case APP_ID_UNKNOWN -> LegacyError.APP_ID_UNKNOWN;
            case APP_ID_OF_ANOTHER -> LegacyError.APP_ID_OF_ANOTHER;
            case EXPIRED -> LegacyError.SIGNATURE_EXPIRED;
            case REPEATED -> LegacyError.REPLAYED;
            case BUSY -> LegacyError.TOO_FREQUENT;
          });
    }
  }

  private LegacyCall call(String path) throws ApiException {
    String name = path.substring(PATH.length());
    if (RETIRED.contains(name)) {
      throw new ApiException(LegacyError.CALL_RETIRED, name);
    }
    return calls
        .find(name)
        .orElseThrow(
            () -> new ApiException(LegacyError.BAD_REQUEST, "there is no such call below /face/"));
  }

  /** A request is for the AppId and, if both name one, for the bucket that were signed. */
  private static void requireTarget(LegacyAuthenticator.Signer signer, Parameters parameters)
      throws ApiException {
    long appId = appId(parameters);
    String bucket = parameters.text("bucket").orElse("");
    boolean bucketsDiffer =
        !bucket.isEmpty() && !signer.bucket().isEmpty() && !bucket.equals(signer.bucket());
    if (appId != signer.account().appId() || bucketsDiffer) {
      throw new ApiException(LegacyError.TARGET_MISMATCH);
    }
  }

  /** The reference calls it appid in its examples and AppId in its tables. */
  private static long appId(Parameters parameters) throws ApiException {
    Optional<Long> appId = parameters.number("appid");
    return (appId.isPresent() ? appId : parameters.number("AppId"))
        .orElseThrow(() -> Parameters.empty("appid"));
  }

  private Reply run(LegacyCall call, Parameters parameters, Caller caller, Language language)
      throws ApiException, ExecutionException, InterruptedException {
    try {
      return switch (pool.run(() -> call.answer(parameters, caller))) {
        case Refused(ApiException error, Record data) ->
            LegacyReplies.error(
                error,
                Optional.of(data),
                language,
                Optional.of(call.name()),
                Optional.of(caller.account()));
        case Record data -> LegacyReplies.success(data, call.name(), caller.account());
      };
    } catch (BusyException e) {
      throw new ApiException(LegacyError.TOO_FREQUENT);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ApiException answer) {
        throw answer;
      }
      if (e.getCause() instanceof GalleryException broken) {
        throw GalleryErrors.toApi(broken);
      }
      throw e;
    }
  }
}
