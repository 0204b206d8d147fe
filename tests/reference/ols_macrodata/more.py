import csv, json, numpy as np
import statsmodels.api as sm
d=list(csv.DictReader(open('data.csv')))
g=lambda c: np.array([float(r[c]) for r in d])
n=['realdpi','tbilrate','infl']; X=np.column_stack([g(c) for c in n]); y=g('realcons')
m=sm.OLS(y,X).fit(method='qr'); o={}
for i,c in enumerate(n): o['noint.coef.'+c]=m.params[i]; o['noint.se.'+c]=m.bse[i]
o['noint.r2']=m.rsquared; o['noint.r2_adj']=m.rsquared_adj; o['noint.F']=m.fvalue; o['noint.loglik']=m.llf; o['noint.rsd']=m.mse_resid**.5
h=m.get_robustcov_results('HAC',maxlags=4,use_correction=False); 
for i,c in enumerate(n): o['noint.se.NW_L4.'+c]=h.bse[i]
h=m.get_robustcov_results('HC3')
for i,c in enumerate(n): o['noint.se.HC3.'+c]=h.bse[i]
F=sm.add_constant(X); f=sm.OLS(y,F).fit(method='qr'); r=sm.OLS(y,F[:,:2]).fit(method='qr')
o['nested.F'],o['nested.F_p'],_=f.compare_f_test(r); o['nested.lr'],o['nested.lr_p'],_=f.compare_lr_test(r); o['nested.lm'],o['nested.lm_p'],_=f.compare_lm_test(r,use_lr=False)
print(json.dumps({k:float(v) for k,v in o.items()}, indent=0))
