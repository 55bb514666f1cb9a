package dev.mien.server.protocol;

import static dev.mien.server.protocol.ErrorCategory.CALLER;
import static dev.mien.server.protocol.ErrorCategory.LIMIT;
import static dev.mien.server.protocol.ErrorCategory.SERVER;

/** The errors that every action of every API family may answer. */
public enum CommonError implements ErrorCode {
  AUTHORIZATION_INVALID(
      "AuthFailure.InvalidAuthorization",
      CALLER,
      "The request's authorization cannot be read: %s.",
      "无法识别请求的签名信息：%s。"),
  SECRET_ID_INVALID(
      "AuthFailure.InvalidSecretId",
      CALLER,
      "The SecretId is not one that this server could have issued.",
      "SecretId 的格式不正确。"),
  SECRET_ID_NOT_FOUND(
      "AuthFailure.SecretIdNotFound",
      CALLER,
      "No active key has this SecretId. Was it disabled or copied incompletely?",
      "找不到该 SecretId 对应的有效密钥，请检查密钥是否已禁用或复制不完整。"),
  SIGNATURE_EXPIRED(
      "AuthFailure.SignatureExpire",
      CALLER,
      "The request's timestamp and the server's clock are more than %d seconds apart.",
      "请求时间戳与服务器时间相差超过 %d 秒，签名已失效。"),
  SIGNATURE_WRONG(
      "AuthFailure.SignatureFailure",
      CALLER,
      "The signature does not match what was sent. Check the SecretKey and how the request is"
          + " signed.",
      "签名与请求内容不符，请检查 SecretKey 和签名过程。"),
  SIGNATURE_REPEATED(
      "AuthFailure.SignatureFailure",
      CALLER,
      "A request with this nonce and timestamp was already accepted.",
      "相同 Nonce 和时间戳的请求已被处理过，不能重复使用。"),
  TOKEN_WRONG(
      "AuthFailure.TokenFailure",
      CALLER,
      "This server issues no temporary credentials: send no token.",
      "本服务不支持临时密钥，请不要携带 Token。"),
  UNAUTHORIZED(
      "AuthFailure.UnauthorizedOperation",
      CALLER,
      "These credentials do not permit the operation.",
      "该密钥没有执行此操作的权限。"),
  FAILED_OPERATION("FailedOperation", CALLER, "The operation failed.", "操作失败。"),
  INTERNAL_ERROR(
      "InternalError",
      SERVER,
      "The server failed. Its log has details under this request id.",
      "服务内部错误，可凭请求 ID 在服务日志中查看详情。"),
  INVALID_ACTION(
      "InvalidAction", CALLER, "There is no action %s in version %s.", "版本 %2$s 中没有接口 %1$s。"),
  INVALID_PARAMETER("InvalidParameter", CALLER, "Parameter %s: %s.", "参数 %s 不正确：%s。"),
  INVALID_BODY(
      "InvalidParameter", CALLER, "The request's content cannot be read: %s.", "无法解析请求内容：%s。"),
  INVALID_PARAMETER_VALUE(
      "InvalidParameterValue",
      CALLER,
      "The value of parameter %s is not permitted.",
      "参数 %s 的取值不正确。"),
  LIMIT_EXCEEDED("LimitExceeded", LIMIT, "A quota is exhausted.", "超过配额限制。"),
  MISSING_PARAMETER("MissingParameter", CALLER, "Parameter %s is missing.", "缺少参数 %s。"),
  NO_SUCH_VERSION("NoSuchVersion", CALLER, "There is no API version %s.", "不存在 API 版本 %s。"),
  REQUEST_LIMIT_EXCEEDED(
      "RequestLimitExceeded", LIMIT, "The server is busy. Try again later.", "服务繁忙，请稍后重试。"),
  STARTING(
      "RequestLimitExceeded",
      LIMIT,
      "The server is starting: /readyz says how far it is. Try again later.",
      "服务正在启动，可通过 /readyz 查看进度，请稍后重试。"),
  REQUEST_SIZE_LIMIT_EXCEEDED(
      "RequestSizeLimitExceeded", CALLER, "The request is larger than %d bytes.", "请求大小超过 %d 字节。"),
  RESOURCE_IN_USE("ResourceInUse", CALLER, "The resource is in use.", "资源被占用。"),
  RESOURCE_INSUFFICIENT(
      "ResourceInsufficient",
      LIMIT,
      "The server's disk is full, so nothing was changed. Try again when its operator has made"
          + " room.",
      "服务器磁盘已满，未做任何修改，请在管理员释放空间后重试。"),
  RESOURCE_NOT_FOUND("ResourceNotFound", CALLER, "The resource does not exist.", "资源不存在。"),
  RESOURCE_UNAVAILABLE(
      "ResourceUnavailable",
      LIMIT,
      "The server's disk takes no writes, so nothing was changed. Its operator must make it"
          + " writable.",
      "服务器磁盘不可写，未做任何修改，请联系管理员。"),
  UNKNOWN_PARAMETER("UnknownParameter", CALLER, "Parameter %s is not known.", "未知参数 %s。"),
  UNSUPPORTED_OPERATION(
      "UnsupportedOperation", CALLER, "The operation is not supported.", "操作不支持。"),
  UNSUPPORTED_PROTOCOL(
      "UnsupportedProtocol",
      CALLER,
      "Only GET and POST with a supported content type are served: %s.",
      "仅支持 GET 和 POST 请求及规定的内容类型：%s。");

  private final String code;
  private final ErrorCategory category;
  private final String english;
  private final String chinese;

  CommonError(String code, ErrorCategory category, String english, String chinese) {
    this.code = code;
    this.category = category;
    this.english = english;
    this.chinese = chinese;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public ErrorCategory category() {
    return category;
  }

  @Override
  public String english() {
    return english;
  }

  @Override
  public String chinese() {
    return chinese;
  }
}
