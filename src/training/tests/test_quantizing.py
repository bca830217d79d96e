"""The quantizer on a small graph, run by hand."""
import unittest

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

from quantizing import (WEIGHT_LEVELS, InputStatistics, copies_of_channels, halve, quantize, quantize_columns,
                        quantize_compensated, quantize_product, quantize_rows)


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

    def test_outlier_channels_are_split_but_not_too_many(self):
        ranges = np.array([1., 1., 1., 1., 12.])
        self.assertEqual(copies_of_channels(ranges).tolist(), [1, 1, 1, 1, 4])
        self.assertLessEqual(copies_of_channels(ranges * np.array([1, 1, 1, 1, 1000]), most=6).sum(), 11)

    def test_compensated_rounding_errs_less_on_its_inputs(self):
        rng = np.random.default_rng(3)
        inputs = rng.standard_normal((400, 6)) @ rng.standard_normal((6, 40))
        weights = rng.standard_normal((40, 12)).astype(np.float32)
        errors = []
        for integers, scales in (quantize_columns(weights), quantize_compensated(weights, inputs.T @ inputs)):
            self.assertLessEqual(int(np.abs(integers.astype(int)).max()), WEIGHT_LEVELS)
            errors.append(np.square(inputs @ (integers * scales - weights)).mean())
        self.assertLess(errors[1], errors[0] / 2)

    def test_split_channels_keep_the_product(self):
        rng = np.random.default_rng(4)
        x, weights = rng.standard_normal((30, 8)), rng.standard_normal((8, 3)).astype(np.float32)
        x[:, 2] *= 20
        statistics = InputStatistics(np.abs(x).max(0), x.T @ x)
        node = helper.make_node("MatMul", ["x", "w"], ["y"])
        _, values = quantize_product(node, weights, {}, statistics)
        found = {v.name: numpy_helper.to_array(v) for v in values}
        shared = x * found["x_share"]
        split = np.concatenate([shared, shared[:, found["x_further"]]], 1)
        product = split @ (found["w_quantized"] * found["w_scale"])
        self.assertLess(np.abs(product - x @ weights).mean(), .02 * np.abs(x @ weights).mean())

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
