"""The quantizer on a small graph, run by hand."""
import unittest

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

from quantizing import WEIGHT_LEVELS, halve, quantize, quantize_columns, quantize_rows


def made_model():
    """ids → rows of a table → two products with constant matrices."""
    rng = np.random.default_rng(2)
    table, first, second = (rng.standard_normal(s).astype(np.float32) for s in ((1200, 16), (16, 8), (16, 4)))
    nodes = [helper.make_node("Gather", ["table", "ids"], ["x"]), helper.make_node("MatMul", ["x", "first"], ["y"]),
             helper.make_node("MatMul", ["x", "second"], ["z"])]
    graph = helper.make_graph(
        nodes, "made", [helper.make_tensor_value_info("ids", TensorProto.INT64, ["N"])],
        [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["N", w]) for n, w in (("y", 8), ("z", 4))],
        [numpy_helper.from_array(v, n) for n, v in (("table", table), ("first", first), ("second", second))])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])


class QuantizingTest(unittest.TestCase):
    def test_columns_stay_within_seven_bits(self):
        weights = np.random.default_rng(1).standard_normal((50, 20)).astype(np.float32)
        integers, scales = quantize_columns(weights)
        self.assertLessEqual(int(np.abs(integers.astype(int)).max()), WEIGHT_LEVELS)
        self.assertLessEqual(np.abs(integers * scales - weights).max(), scales.max() / 2 + 1e-6)

    def test_rows_have_scales_of_their_own(self):
        integers, scales = quantize_rows(np.array([[1., -2.], [100., 50.]], np.float32))
        self.assertEqual(integers.tolist(), [[64, -127], [127, 64]])
        self.assertEqual(scales.shape, (2, 1))

    def test_zero_column_does_not_divide_by_zero(self):
        self.assertFalse(quantize_columns(np.zeros((3, 2), np.float32))[0].any())

    def test_graph_is_valid_and_shares_activations(self):
        model = quantize(made_model())
        checker.check_model(model)
        kinds = [n.op_type for n in model.graph.node]
        self.assertEqual(kinds.count("DynamicQuantizeLinear"), 1)
        self.assertEqual(kinds.count("MatMulInteger"), 2)
        self.assertNotIn("MatMul", kinds)
        self.assertFalse({"table", "first", "second"} & {t.name for t in model.graph.initializer})

    def test_halving_keeps_names_and_halves_size(self):
        before = made_model()
        size = before.ByteSize()
        after = halve(before)
        checker.check_model(after)
        self.assertLess(after.ByteSize(), size * .6)


if __name__ == "__main__":
    unittest.main()
