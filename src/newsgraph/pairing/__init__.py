"""The second way to relations: who may stand in which relation to whom in a sentence, weighed by what a model has learnt.

Frames (newsgraph.frame) read what they describe. What they leave is looked at once more here: every pair of participants
whose classes a relation permits is a candidate (candidate), what is seen around it are its features (feature), and a
logistic regression fitted to annotated articles gives each candidate a weight (model). Those above the relation's
threshold become events like those of the frames (paired). The model is data (patterns/<code>/pairs.tsv).
"""
