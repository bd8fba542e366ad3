"""Trains the Python peer's model: TF-IDF of words and word pairs, then logistic regression, as one pickle.

The data is a CSV file, plain or gzip, without a header: label (0 negative, 1 positive) and text. The last tenth
of the rows is held out; beside the pickle goes a one-line description with the accuracy on it.
"""

import argparse
import csv
import gzip
import itertools
import pickle
import sys
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline


def read(data: Path, limit: int | None) -> tuple[list[str], list[int]]:
    texts, labels = [], []
    opener = gzip.open if data.suffix == ".gz" else open
    with opener(data, "rt", encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        for row in itertools.islice(rows, limit):
            if len(row) != 2 or row[0] not in ("0", "1"):
                sys.exit(f"{data}, line {rows.line_num}: expected label,text with label 0 or 1, found {row!r:.80}")
            labels.append(int(row[0]))
            texts.append(row[1])
    if len(set(labels)) < 2:
        sys.exit(f"{data}: {len(labels)} rows read, but both labels, 0 and 1, are needed to train")
    return texts, labels


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path, help="the pickle to write; its description goes to MODEL.txt")
    parser.add_argument("--rows", type=int, help="read only the first ROWS rows")
    arguments = parser.parse_args()

    texts, labels = read(arguments.data, arguments.rows)
    split = len(texts) - len(texts) // 10
    print(f"training on {split:,} rows", file=sys.stderr, flush=True)
    pipeline = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=5, sublinear_tf=True), LogisticRegression(solver="liblinear")
    )
    pipeline.fit(texts[:split], labels[:split])
    accuracy = pipeline.score(texts[split:], labels[split:])

    pickled = pickle.dumps(pipeline)
    features = len(pipeline[0].vocabulary_)
    arguments.model.with_suffix(".txt").write_text(
        f"{split:,} rows, {features:,} n-grams, {len(pickled) / 1e6:.1f} MB pickle, "
        f"accuracy {accuracy:.4f} on {len(texts) - split:,} held-out rows\n"
    )
    unfinished = arguments.model.with_suffix(".unfinished")
    unfinished.write_bytes(pickled)
    unfinished.replace(arguments.model)


if __name__ == "__main__":
    main()
