import { random, train } from "@trainyard/builder";
import { definePreset, describePreset, yoloPresets } from "@trainyard/presets";

// A preset shared by a team, a chain that uses it, and what is wrong with it: nothing here needs an instance.
const lineCameras = definePreset({
  id: "acme/line-cameras",
  version: "1.2.0",
  about: "Small parts under even light.",
  extends: yoloPresets.fast,
  spec: { tune: { epochs: 80, fliplr: 0 }, exports: ["onnx"] },
});
const chain = train().on("auto").project(101).use(lineCameras).split(random(90));

console.log(describePreset(lineCameras));
console.log(JSON.stringify(chain.spec(), null, 2));
console.log(chain.check());
