"""AdamW groups and the learning-rate schedule that both stages share."""
import torch

FLOOR = 0.02


def optimizer(module, group_of, rates, decay):
    """`group_of(name)` names the group of a parameter; `rates` and `decay` give each group's figures.
    Biases, norms and embeddings of features (one-dimensional or named in the group) do not decay."""
    groups = {}
    for name, parameter in module.named_parameters():
        if parameter.requires_grad:
            groups.setdefault((group_of(name), parameter.dim() > 1), []).append(parameter)
    return torch.optim.AdamW(
        [dict(params=p, lr=rates[g], base=rates[g], weight_decay=decay[g] if matrix else 0.0)
         for (g, matrix), p in groups.items()], betas=(0.9, 0.98), eps=1e-8)


def set_rate(opt, step, warm, total):
    """Linear warm-up, then linear decay down to 2 %."""
    factor = step / warm if step < warm else max(FLOOR, 1 - (step - warm) / max(1, total - warm))
    for group in opt.param_groups:
        group["lr"] = group["base"] * factor
