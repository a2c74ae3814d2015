"""Values and gradients of klab/learn's operations by PyTorch: python tensors.py tensors.json (needs torch; 2.13.0 made the file)."""

import json
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)

A = [[0.3, -1.2, 2.5], [-0.7, 0.9, 0.1]]
B = [0.8, -0.4, 1.6]
C = [[1.5], [-2.0]]
P = [[0.2, 1.1, 3.4], [0.6, 2.2, 0.05]]
Q = [0.9, 1.7, 0.3]
M = [[0.5, -1.0], [2.0, 0.25], [-0.75, 1.25]]
LOGITS = [[0.5, 1.0, 2.0, -1.0], [0.0, -3.0, 0.2, 4.0]]
OTHERS = [[0.1, 1.5, 1.0, 0.0], [1.0, -1.0, 0.0, 2.0]]
LABELS = torch.tensor([2, 0])

softmax = lambda x: torch.softmax(x, -1)
log_softmax = lambda x: torch.log_softmax(x, -1)

CASES = {
    "add": (lambda a, b: a + b, A, B),
    "subtract": (lambda a, b: a - b, A, C),
    "multiply": (lambda a, b: a * b, A, B),
    "divide": (lambda a, b: a / b, A, C),
    "power": (lambda a, b: a**b, P, Q),
    "maximum": (torch.maximum, A, B),
    "maximum of ties": (torch.maximum, B, B),
    "minimum": (torch.minimum, A, C),
    "xlogy": (torch.xlogy, P, Q),
    "square": (torch.square, A),
    "sqrt": (torch.sqrt, P),
    "abs": (torch.abs, A),
    "exp": (torch.exp, A),
    "expm1": (torch.expm1, A),
    "log": (torch.log, P),
    "log1p": (torch.log1p, P),
    "tanh": (torch.tanh, A),
    "sin": (torch.sin, A),
    "cos": (torch.cos, A),
    "sigmoid": (torch.sigmoid, A),
    "softplus": (F.softplus, A),
    "logSigmoid": (F.logsigmoid, A),
    "relu": (torch.relu, A),
    "lgamma": (torch.lgamma, P),
    "digamma": (torch.digamma, P),
    "clip": (lambda x: torch.clamp(x, -0.5, 0.9), A),
    "sum of columns": (lambda x: x.sum(0), A),
    "mean of rows": (lambda x: x.mean(-1), A),
    "max of rows": (lambda x: x.amax(-1), A),
    "max of ties": (lambda x: x.amax(), [2.0, 1.0, 2.0]),
    "logsumexp of rows": (lambda x: torch.logsumexp(x, -1), A),
    "logsumexp of columns": (lambda x: torch.logsumexp(x, 0), A),
    "softmax": (softmax, LOGITS),
    "logSoftmax of columns": (lambda x: torch.log_softmax(x, 0), LOGITS),
    "matmul": (torch.matmul, A, M),
    "transpose": (lambda x: x.T, A),
    "take": (lambda x: x[[1, 0, 1]], A),
    "takeLabels": (lambda x: x.gather(1, LABELS[:, None])[:, 0], LOGITS),
    "slice": (lambda x: x[:, 1:3], LOGITS),
    "klLogits": (lambda x, y: F.kl_div(log_softmax(y), log_softmax(x), reduction="none", log_target=True).sum(-1), LOGITS, OTHERS),
    "klLogProbs": (lambda x, y: F.kl_div(log_softmax(y), log_softmax(x), reduction="none", log_target=True).sum(-1), LOGITS, OTHERS),
    "klDivergence": (lambda x, y: (softmax(x) * (softmax(x) / softmax(y)).log()).sum(-1), LOGITS, OTHERS),
}


def weighed(y):
    """Sum of the entries with weights 1, -0.5, 1/3, -0.25 ..."""
    weights = torch.tensor([(-1) ** k / (k + 1) for k in range(y.numel())])
    return (y.reshape(-1) * weights).sum()


def row(name, f, *inputs):
    xs = [torch.tensor(x, requires_grad=True) for x in inputs]
    y = f(*xs)
    gradients = torch.autograd.grad(weighed(y), xs, create_graph=True)
    # Second derivatives, along the gradient's own weighed sum.
    total = sum(weighed(g) for g in gradients)
    if total.requires_grad:
        second = torch.autograd.grad(total, xs, allow_unused=True)
        second = [torch.zeros_like(x) if s is None else s + torch.zeros_like(x) for s, x in zip(second, xs)]
    else:
        second = [torch.zeros_like(x) for x in xs]
    flat = lambda t: t.detach().reshape(-1).tolist()
    return {
        "name": name,
        "inputs": list(inputs),
        "value": flat(y),
        "gradients": [flat(g) for g in gradients],
        "second": [flat(s) for s in second],
    }


rows = [row(name, *case) for name, case in CASES.items()]
text = ",\n".join(json.dumps(each) for each in rows)
with open(sys.argv[1], "w") as file:
    file.write(f'{{ "torch": "{torch.__version__}", "rows": [\n{text}\n] }}\n')
