"""The page that no Streamlit app can beat."""

import streamlit as st

st.write("hello")
