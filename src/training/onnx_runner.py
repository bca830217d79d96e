"""Runs ONNX graphs through ONNX Runtime by way of a small C# program (onnx-runner/), since Debian has no Python
package of it."""
import json
import subprocess

import numpy as np

TYPES = {"Float": np.float32, "Int64": np.int64, "Int32": np.int32, "UInt8": np.uint8}


class OnnxRunner:
    """One child process that keeps the sessions; `command` starts it."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.milliseconds = 0.0

    def run(self, model, inputs):
        """Name → array of every output; inputs are int64 or float32 arrays."""
        arrays = {k: np.ascontiguousarray(v) for k, v in inputs.items()}
        entries = [dict(name=k, type=str(v.dtype), shape=list(v.shape)) for k, v in arrays.items()]
        pipe = self.process.stdin
        pipe.write(json.dumps(dict(model=str(model), inputs=entries)).encode() + b"\n")
        for v in arrays.values():
            pipe.write(v.tobytes())
        pipe.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"The runner ended on {model}; run its command by hand to see why.")
        answer = json.loads(line)
        self.milliseconds += answer["milliseconds"]
        out = {}
        for entry in answer["outputs"]:
            kind = np.dtype(TYPES[entry["type"]])
            count = int(np.prod(entry["shape"], dtype=np.int64))
            raw = self.process.stdout.read(count * kind.itemsize)
            out[entry["name"]] = np.frombuffer(raw, kind).reshape(entry["shape"])
        return out

    def close(self):
        self.process.stdin.close()
        self.process.wait()
