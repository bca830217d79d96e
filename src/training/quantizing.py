"""Own dynamic quantisation of an ONNX graph: matrices to int8 per column in 7 bits (no overflow on any CPU), the
inputs of a product to uint8 at run time, large embedding tables to int8 per row. The node patterns are those that
ONNX Runtime fuses (DynamicQuantizeLinear → MatMulInteger → Cast → Mul).

A few channels of a transformer's activations are ten times as large as the rest and would leave the others few levels.
Such a channel is split into equal copies with the same weights (outlier channel splitting, Zhao et al. 2019). Where
typical inputs of a product are known, its weights are rounded row by row, each row making good the error of the rows
before it (GPTQ, Frantar et al. 2022)."""
import dataclasses

import numpy as np
from onnx import TensorProto, helper, numpy_helper

WEIGHT_LEVELS = 64          # −64…64: sums of two products of u8 and s8 stay within 16 bits
TABLE_LEVELS = 127
SMALLEST_TABLE = 1000
SMALLEST_HALF = 4096
OUTLIER = 3.0               # a channel is split where its range is above this many medians
MOST_COPIES = 24
DAMPING = 0.01              # share of the mean variance added to every channel before the inverse is taken


@dataclasses.dataclass
class InputStatistics:
    """Typical inputs of a product: the largest absolute value of each channel, and XᵀX over all channels."""
    ranges: np.ndarray
    gram: np.ndarray


def quantize_columns(weights, levels=WEIGHT_LEVELS):
    """int8 weights and the scale of each column, symmetric."""
    scales = np.maximum(np.abs(weights).max(axis=0) / levels, 1e-12).astype(np.float32)
    return np.clip(np.rint(weights / scales), -levels, levels).astype(np.int8), scales


def quantize_compensated(weights, gram, levels=WEIGHT_LEVELS):
    """As quantize_columns, but later rows are moved to make good for the rounding of earlier ones on inputs with this
    gram matrix; rows with much input come first."""
    scales = np.maximum(np.abs(weights).max(axis=0) / levels, 1e-12).astype(np.float32)
    order = np.argsort(-np.diag(gram), kind="stable")
    rest = weights[order].astype(np.float64)
    damped = gram[np.ix_(order, order)].astype(np.float64)
    damped[np.diag_indices(len(damped))] += DAMPING * np.diag(damped).mean()
    factor = np.linalg.cholesky(np.linalg.inv(damped)).T
    integers = np.zeros(weights.shape, np.int8)
    for k in range(len(rest)):
        rounded = np.clip(np.rint(rest[k] / scales), -levels, levels)
        integers[order[k]] = rounded
        error = (rest[k] - rounded * scales) / factor[k, k]
        rest[k + 1:] -= factor[k, k + 1:, None] * error
    return integers, scales


def quantize_rows(table, levels=TABLE_LEVELS):
    """int8 rows and the scale of each row, n×1."""
    quantized, scales = quantize_columns(table.T, levels)
    return np.ascontiguousarray(quantized.T), scales[:, None]


def copies_of_channels(ranges, outlier=OUTLIER, most=MOST_COPIES):
    """How many channels each one becomes: as many as bring it to `outlier` medians; at most `most` are added."""
    limit = outlier * float(np.median(ranges))
    while True:
        copies = np.maximum(1, np.ceil(ranges / max(limit, 1e-9))).astype(np.int64)
        if copies.sum() - len(copies) <= most:
            return copies
        limit *= 1.1


def split_channels(source, copies):
    """Nodes, initializers, new source and the channels of the new source: every channel divided by its number of
    copies, the further copies appended."""
    extra = np.repeat(np.arange(len(copies)), copies - 1)
    values = [numpy_helper.from_array((1 / copies).astype(np.float32), source + "_share"),
              numpy_helper.from_array(extra, source + "_further")]
    nodes = [
        helper.make_node("Mul", [source, source + "_share"], [source + "_shared"], source + "_split_mul"),
        helper.make_node("Gather", [source + "_shared", source + "_further"], [source + "_copies"],
                         source + "_split_gather", axis=-1),
        helper.make_node("Concat", [source + "_shared", source + "_copies"], [source + "_split"],
                         source + "_split_concat", axis=-1),
    ]
    return nodes, values, source + "_split", np.concatenate([np.arange(len(copies)), extra])


def quantize_product(node, weights, known, statistics=None):
    """Nodes and initializers in place of one MatMul with constant weights; `known` shares quantised activations."""
    source, target, name = node.input[0], node.output[0], node.input[1]
    nodes, values = [], []
    if statistics is None:
        integers, scales = quantize_columns(weights)
    else:
        copies = copies_of_channels(statistics.ranges)
        channels = np.arange(len(copies))
        if copies.max() > 1:
            nodes, values, source, channels = split_channels(source, copies)
        gram = (statistics.gram / copies[:, None] / copies[None, :])[np.ix_(channels, channels)]
        integers, scales = quantize_compensated(weights[channels], gram)
    if source not in known:
        known[source] = [source + suffix for suffix in ("_quantized", "_scale", "_zero_point")]
        nodes.append(helper.make_node("DynamicQuantizeLinear", [source], known[source], source + "_quantize"))
    quantized, scale, zero = known[source]
    values.append(numpy_helper.from_array(integers, name + "_quantized"))
    values.append(numpy_helper.from_array(scales, name + "_scale"))
    values.append(numpy_helper.from_array(np.zeros(len(scales), np.int8), name + "_zero_point"))
    nodes += [
        helper.make_node("MatMulInteger", [quantized, name + "_quantized", zero, name + "_zero_point"],
                         [target + "_integer"], target + "_matmul"),
        helper.make_node("Cast", [target + "_integer"], [target + "_float"], target + "_cast", to=TensorProto.FLOAT),
        helper.make_node("Mul", [scale, name + "_scale"], [target + "_scales"], target + "_scales_mul"),
        helper.make_node("Mul", [target + "_float", target + "_scales"], [target], target + "_rescale"),
    ]
    return nodes, values


def quantize_table(node, table):
    """Nodes and initializers in place of one Gather of a float table."""
    name, index, target = node.input[0], node.input[1], node.output[0]
    integers, scales = quantize_rows(table)
    values = [numpy_helper.from_array(integers, name + "_quantized"),
              numpy_helper.from_array(scales, name + "_scale")]
    nodes = [
        helper.make_node("Gather", [name + "_quantized", index], [target + "_integer"], target + "_gather", axis=0),
        helper.make_node("Cast", [target + "_integer"], [target + "_float"], target + "_cast", to=TensorProto.FLOAT),
        helper.make_node("Gather", [name + "_scale", index], [target + "_row_scale"], target + "_gather_scale", axis=0),
        helper.make_node("Mul", [target + "_float", target + "_row_scale"], [target], target + "_rescale"),
    ]
    return nodes, values


def quantize(model, statistics=None):
    """Quantises in place every MatMul with a constant matrix and every Gather of rows from a large float table;
    `statistics` maps the path of a MatMul ("/encoder/…/qkv/MatMul") to what is known of its inputs."""
    graph = model.graph
    constants = {t.name: t for t in graph.initializer}
    nodes, replaced, known, added = [], set(), {}, {}
    for node in graph.node:
        weights = constants.get(node.input[1]) if node.op_type == "MatMul" else None
        table = constants.get(node.input[0]) if node.op_type == "Gather" else None
        if weights is not None and len(weights.dims) == 2:
            new, values = quantize_product(node, numpy_helper.to_array(weights), known,
                                           (statistics or {}).get(node.name))
            replaced.add(weights.name)
        elif (table is not None and table.data_type == TensorProto.FLOAT and len(table.dims) == 2
              and table.dims[0] >= SMALLEST_TABLE):
            new, values = quantize_table(node, numpy_helper.to_array(table))
            replaced.add(table.name)
        else:
            new, values = [node], []
        nodes += new
        added.update({v.name: v for v in values})
    kept = [t for t in graph.initializer if t.name not in replaced or used(nodes, t.name)]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept + list(added.values()))
    return model


def used(nodes, name):
    return any(name in node.input for node in nodes)


def halve(model):
    """Stores float constants of 4,096 numbers or more as float16 with a Cast behind, which ONNX Runtime folds when it
    loads the graph: half the file, the same arithmetic."""
    graph = model.graph
    casts, values = [], []
    for t in graph.initializer:
        if t.data_type == TensorProto.FLOAT and np.prod(t.dims) >= SMALLEST_HALF:
            half = numpy_helper.from_array(numpy_helper.to_array(t).astype(np.float16), t.name + "_half")
            casts.append(helper.make_node("Cast", [half.name], [t.name], t.name + "_cast", to=TensorProto.FLOAT))
            values.append(half)
        else:
            values.append(t)
    nodes = casts + list(graph.node)
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(values)
    return model
