"""The usual Python stack for this job: FastAPI, Pydantic and a pickled scikit-learn pipeline.

It answers the part of Humeur's contract that such a service usually has: POST /predict/ with Pydantic's
422, and 400 in French for a text that is empty or a number.
"""

import os
import pickle
import re
from pathlib import Path

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, StrictStr

NUMBER = re.compile(r"\s*[+-]?[\d.,]*\d[\d.,]*\s*")

app = FastAPI(title="Sentiment, the usual way")
model = pickle.loads(Path(os.environ["SENTIMENT_MODEL"]).read_bytes())


class Request(BaseModel):
    text: StrictStr


class Prediction(BaseModel):
    prediction: int
    sentiment: str
    probability: float


@app.get("/")
def index() -> dict[str, str]:
    return {"name": app.title}


@app.post("/predict/")
def predict(request: Request) -> Prediction:
    if not request.text.strip():
        raise HTTPException(400, "Le texte ne peut pas être vide.")
    if NUMBER.fullmatch(request.text):
        raise HTTPException(400, "Le texte ne peut pas être un nombre.")
    probability = float(model.predict_proba([request.text])[0, 1])
    positive = probability >= 0.5
    return Prediction(
        prediction=int(positive), sentiment="Positive" if positive else "Negative", probability=probability
    )
