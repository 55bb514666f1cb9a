"""An IAI client of Python's standard library alone. Reads requests, one JSON object a line:
{"signing", "version", "action", "request"}, and writes the Response object of each answer as a line.
Arguments: host:port, SecretId, SecretKey."""
import base64
import hashlib
import hmac
import http.client
import json
import sys
import time
import urllib.parse

HOST, SECRET_ID, SECRET_KEY = sys.argv[1:4]
BOUNDARY = "mien-python-client"
nonce = int(time.time() * 1000)


def flatten(value, name=""):
    """The names and texts by which forms and queries carry a tree."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from flatten(item, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from flatten(item, f"{name}.{index}")
    elif isinstance(value, bool):
        yield name, "true" if value else "false"
    elif value is not None:
        yield name, str(value)


def hash_hex(data):
    return hashlib.sha256(data).hexdigest()


def hmac_sha256(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def tc3(method, query, content_type, body, version, action):
    timestamp = int(time.time())
    date = time.strftime("%Y-%m-%d", time.gmtime(timestamp))
    canonical = "\n".join(
        [method, "/", query, f"content-type:{content_type}\nhost:{HOST}\n", "content-type;host", hash_hex(body)])
    scope = f"{date}/iai/tc3_request"
    to_sign = "\n".join(["TC3-HMAC-SHA256", str(timestamp), scope, hash_hex(canonical.encode())])
    key = ("TC3" + SECRET_KEY).encode()
    for part in (date, "iai", "tc3_request"):
        key = hmac_sha256(key, part)
    signature = hmac_sha256(key, to_sign).hex()
    return {
        "Authorization": f"TC3-HMAC-SHA256 Credential={SECRET_ID}/{scope}, "
                         f"SignedHeaders=content-type;host, Signature={signature}",
        "Content-Type": content_type, "Host": HOST, "X-TC-Action": action,
        "X-TC-Timestamp": str(timestamp), "X-TC-Version": version, "X-TC-Language": "en-US"}


def multipart(request):
    parts = "".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
        for name, text in flatten(request))
    return (parts + f"--{BOUNDARY}--\r\n").encode()


def v1(method, algorithm, version, action, request):
    global nonce
    nonce += 1
    fields = dict(flatten(request))
    fields.update(Action=action, Version=version, Timestamp=str(int(time.time())), Nonce=str(nonce),
                  SecretId=SECRET_ID, SignatureMethod=algorithm, Language="en-US")
    to_sign = f"{method}{HOST}/?" + "&".join(f"{name}={fields[name]}" for name in sorted(fields))
    digest = hashlib.sha1 if algorithm == "HmacSHA1" else hashlib.sha256
    fields["Signature"] = base64.b64encode(
        hmac.new(SECRET_KEY.encode(), to_sign.encode(), digest).digest()).decode()
    return urllib.parse.urlencode(fields)


def send(signing, version, action, request):
    connection = http.client.HTTPConnection(HOST, timeout=120)
    form = "application/x-www-form-urlencoded"
    if signing == "TC3-POST":
        body = json.dumps(request).encode()
        connection.request("POST", "/", body, tc3("POST", "", "application/json", body, version, action))
    elif signing == "TC3-MULTIPART":
        body = multipart(request)
        content_type = f"multipart/form-data; boundary={BOUNDARY}"
        connection.request("POST", "/", body, tc3("POST", "", content_type, body, version, action))
    elif signing == "TC3-GET":
        query = urllib.parse.urlencode(list(flatten(request)), quote_via=urllib.parse.quote)
        connection.request("GET", "/?" + query, headers=tc3("GET", query, form, b"", version, action))
    else:
        algorithm, method = signing.split("-")
        fields = v1(method, algorithm, version, action, request)
        if method == "GET":
            connection.request("GET", "/?" + fields)
        else:
            connection.request("POST", "/", fields, {"Content-Type": form})
    answer = connection.getresponse()
    content = answer.read()
    if answer.status != 200:
        raise IOError(f"HTTP {answer.status}: {content!r}")
    return json.loads(content)["Response"]


for line in sys.stdin:
    call = json.loads(line)
    print(json.dumps(send(call["signing"], call["version"], call["action"], call["request"])), flush=True)
