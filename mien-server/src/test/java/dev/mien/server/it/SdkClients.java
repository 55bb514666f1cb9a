package dev.mien.server.it;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.common.profile.Language;
import com.tencentcloudapi.iai.v20200303.IaiClient;
import com.tencentcloudapi.ivld.v20210903.IvldClient;
import com.tencentcloudapi.vod.v20180717.VodClient;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The official Java SDK, pointed at a test server. */
final class SdkClients {
  private static final int TIMEOUT_SECONDS = 120;

  /** A way to sign and send requests. */
  enum Signing {
    TC3_POST(ClientProfile.SIGN_TC3_256, HttpProfile.REQ_POST),
    TC3_GET(ClientProfile.SIGN_TC3_256, HttpProfile.REQ_GET),
    HMAC_SHA1(ClientProfile.SIGN_SHA1, HttpProfile.REQ_POST),
    HMAC_SHA256(ClientProfile.SIGN_SHA256, HttpProfile.REQ_POST);

    private final String method;
    private final String verb;

    Signing(String method, String verb) {
      this.method = method;
      this.verb = verb;
    }
  }

  private SdkClients() {}

  static IaiClient iai(TestServer server, Signing signing) {
    return iai(server, signing, server.credentials().secretId(), server.credentials().secretKey());
  }

  static IaiClient iai(TestServer server, Signing signing, String secretId, String secretKey) {
    return new IaiClient(new Credential(secretId, secretKey), "", profile(server, signing));
  }

  static IvldClient ivld(TestServer server, Signing signing, String secretId, String secretKey) {
    return new IvldClient(new Credential(secretId, secretKey), "", profile(server, signing));
  }

  static VodClient vod(TestServer server, Signing signing) {
    return vod(server, signing, server.credentials());
  }

  static VodClient vod(TestServer server, Signing signing, TestServer.Credentials keys) {
    return new VodClient(
        new Credential(keys.secretId(), keys.secretKey()), "", profile(server, signing));
  }

  private static ClientProfile profile(TestServer server, Signing signing) {
    HttpProfile http = new HttpProfile();
    http.setEndpoint(server.endpoint());
    http.setProtocol(HttpProfile.REQ_HTTP);
    http.setReqMethod(signing.verb);
    http.setReadTimeout(TIMEOUT_SECONDS);
    ClientProfile profile = new ClientProfile(signing.method, http);
    profile.setLanguage(Language.EN_US);
    return profile;
  }

  /** Asserts that a call is refused with this code. */
  static void assertRefused(String code, ThrowingCallable call) {
    TencentCloudSDKException refused =
        Assertions.catchThrowableOfType(TencentCloudSDKException.class, call);
    Assertions.assertThat(refused).as("expected " + code).isNotNull();
    Assertions.assertThat(refused.getErrorCode()).as(refused.getMessage()).isEqualTo(code);
    Assertions.assertThat(refused.getRequestId()).matches("[0-9a-f-]{36}");
  }
}
