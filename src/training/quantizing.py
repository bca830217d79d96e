"""Own dynamic quantisation of an ONNX graph: matrices to int8 per column in 7 bits (no overflow on any CPU), the
inputs of a product to uint8 at run time, large embedding tables to int8 per row. The node patterns are those that
ONNX Runtime fuses (DynamicQuantizeLinear → MatMulInteger → Cast → Mul)."""
import numpy as np
from onnx import TensorProto, helper, numpy_helper

WEIGHT_LEVELS = 64          # −64…64: sums of two products of u8 and s8 stay within 16 bits
TABLE_LEVELS = 127
SMALLEST_TABLE = 1000
SMALLEST_HALF = 4096


def quantize_columns(weights, levels=WEIGHT_LEVELS):
    """int8 weights and the scale of each column, symmetric."""
    scales = np.maximum(np.abs(weights).max(axis=0) / levels, 1e-12).astype(np.float32)
    return np.clip(np.rint(weights / scales), -levels, levels).astype(np.int8), scales


def quantize_rows(table, levels=TABLE_LEVELS):
    """int8 rows and the scale of each row, n×1."""
    quantized, scales = quantize_columns(table.T, levels)
    return np.ascontiguousarray(quantized.T), scales[:, None]


def quantize_product(node, weights, known):
    """Nodes and initializers in place of one MatMul with constant weights; `known` shares quantised activations."""
    source, target, name = node.input[0], node.output[0], node.input[1]
    nodes, values = [], []
    if source not in known:
        known[source] = [source + suffix for suffix in ("_quantized", "_scale", "_zero_point")]
        nodes.append(helper.make_node("DynamicQuantizeLinear", [source], known[source], source + "_quantize"))
    quantized, scale, zero = known[source]
    integers, scales = quantize_columns(weights)
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


def quantize(model):
    """Quantises in place every MatMul with a constant matrix and every Gather of rows from a large float table."""
    graph = model.graph
    constants = {t.name: t for t in graph.initializer}
    nodes, replaced, known, added = [], set(), {}, {}
    for node in graph.node:
        weights = constants.get(node.input[1]) if node.op_type == "MatMul" else None
        table = constants.get(node.input[0]) if node.op_type == "Gather" else None
        if weights is not None and len(weights.dims) == 2:
            new, values = quantize_product(node, numpy_helper.to_array(weights), known)
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
